package io.alphapanda.local.kite.server;

import io.alphapanda.local.kite.exchange.SimulatedInstrument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// The list of instruments as the broker gives it out once a day, compressed.
final class InstrumentsCsv {
    private static final String HEADER = "instrument_token,exchange_token,tradingsymbol,name,last_price,expiry,strike,"
            + "tick_size,lot_size,instrument_type,segment,exchange\n";

    private InstrumentsCsv() {}

    static byte[] gzipped(List<SimulatedInstrument> instruments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer writer = new OutputStreamWriter(new GZIPOutputStream(bytes), StandardCharsets.UTF_8)) {
            writer.write(HEADER);
            for (SimulatedInstrument instrument : instruments) {
                writer.write(line(instrument));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// The last price in it is never alive.
    private static String line(SimulatedInstrument instrument) {
        return String.join(
                        ",",
                        Long.toString(instrument.token()),
                        Long.toString(instrument.token() >> 8),
                        instrument.tradingsymbol(),
                        quoted(instrument.name()),
                        "0.0",
                        instrument.expiry() == null ? "" : instrument.expiry().toString(),
                        instrument.strike().signum() == 0
                                ? "0.0"
                                : instrument.strike().toPlainString(),
                        instrument.priceIncrement().toPlainString(),
                        Long.toString(instrument.lotSize()),
                        instrument.type(),
                        instrument.segment(),
                        instrument.exchange())
                + "\n";
    }

    private static String quoted(String name) {
        return name.contains(",") || name.contains("\"") ? '"' + name.replace("\"", "\"\"") + '"' : name;
    }
}
