package io.alphapanda.feed.source;

import io.alphapanda.domain.instrument.InstrumentId;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;

/// A hundred thousand real trades, bitcoin against the dollar at Bitstamp in the last week of November 2013, as the
/// examples of ta4j carry them: `timestamp,price,amount`. They are there without any file.
public final class BitstampTrades implements TickSource {

    public static final InstrumentId INSTRUMENT = InstrumentId.of("BITSTAMP:BTCUSD");

    /// On the class path; `quarkus.native.resources.includes` puts it into a native executable.
    public static final String RESOURCE = "bitstamp_trades_from_20131125_usd.csv";

    @Override
    public Ticks open() {
        var bytes = Thread.currentThread().getContextClassLoader().getResourceAsStream(RESOURCE);
        if (bytes == null) {
            throw new UnreadableSourceException(RESOURCE
                    + " is not on the class path; put ta4j-examples there or choose another panda.feed.source");
        }
        return new CsvTicks(
                RESOURCE,
                new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8)),
                CsvLayout.tradesOf(INSTRUMENT),
                ZoneOffset.UTC);
    }
}
