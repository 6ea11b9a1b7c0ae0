package io.alphapanda.feed.source;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Ticks from comma-separated lines, in the file's order. A line that can't be read is noted and skipped; its number
/// is used up all the same, so positions are line numbers, from 2.
final class CsvTicks implements Ticks {

    /// What prices and quantities carry; some files write more zeros than that.
    private static final int MOST_DECIMALS = 10;

    private static final int LONGEST_NUMBER = 40;

    private final String name;
    private final BufferedReader lines;
    private final CsvLayout layout;
    private final CsvLayout.Columns columns;
    private final Timestamps timestamps;
    private final String[] fields;
    private final Map<String, InstrumentId> instruments = new HashMap<>();
    private final BrokenLines broken = new BrokenLines();
    private BigDecimal traded = BigDecimal.ZERO;
    private long line = 1;

    /// @param name  what to call the file in messages
    /// @param lines closed with this
    CsvTicks(String name, BufferedReader lines, CsvLayout layout, ZoneId zone) {
        this.name = name;
        this.lines = lines;
        this.layout = layout;
        this.timestamps = new Timestamps(zone);
        var header = read();
        if (header == null) {
            throw new UnreadableSourceException(name + " is empty; its first line must name the columns");
        }
        this.columns = layout.find(name, header);
        this.fields = new String[columns.most() + 1];
    }

    @Override
    public Optional<SourceTick> next() {
        for (var text = read(); text != null; text = read()) {
            line++;
            try {
                return Optional.of(tick(text));
            } catch (IllegalArgumentException e) {
                broken.add(line, e.getMessage());
            }
        }
        return Optional.empty();
    }

    private SourceTick tick(String text) {
        split(text);
        var time = timestamps.parse(fields[columns.timestamp()]);
        var price = new Price(decimal("price", fields[columns.price()]));
        var volume = new Quantity(decimal("volume", fields[columns.volume()]));
        var instrument = layout.only().orElseGet(() -> instrument(fields[columns.symbol()]));
        if (layout.amounts()) {
            traded = traded.add(volume.value());
            volume = new Quantity(traded);
        }
        return new SourceTick(line, instrument, time, price, volume);
    }

    /// Only as many fields as are needed; recorded ticks are never quoted.
    private void split(String text) {
        int from = 0;
        for (int i = 0; i < fields.length; i++) {
            if (from > text.length()) {
                throw new IllegalArgumentException("has " + i + " fields; at least " + fields.length + " are needed");
            }
            int comma = text.indexOf(',', from);
            int to = comma < 0 ? text.length() : comma;
            fields[i] = text.substring(from, to).strip();
            from = to + 1;
        }
    }

    private InstrumentId instrument(String symbol) {
        return instruments.computeIfAbsent(symbol, each -> new InstrumentId(layout.venue(), each));
    }

    private static BigDecimal decimal(String field, String text) {
        if (text.isEmpty() || text.length() > LONGEST_NUMBER) {
            throw new IllegalArgumentException(field + " is empty or longer than a number may be");
        }
        try {
            var value = new BigDecimal(text);
            return value.scale() <= MOST_DECIMALS ? value : value.setScale(MOST_DECIMALS, RoundingMode.HALF_EVEN);
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException(field + " '" + text + "' is not a decimal number");
        }
    }

    private String read() {
        try {
            return lines.readLine();
        } catch (IOException e) {
            throw new UnreadableSourceException(
                    name + " breaks off after line " + line + ": " + e.getMessage() + "; copy it anew", e);
        }
    }

    @Override
    public BrokenLines brokenLines() {
        return broken;
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UnreadableSourceException(name + " could not be closed: " + e.getMessage(), e);
        }
    }
}
