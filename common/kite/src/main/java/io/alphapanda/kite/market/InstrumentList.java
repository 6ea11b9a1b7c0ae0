package io.alphapanda.kite.market;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.alphapanda.kite.json.UnreadableException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/// The day's list of instruments, as far as it was wanted. Columns are found by name; a row that can't be read is left
/// out and counted, so that one odd row does not stop trading in the others.
///
/// @param instruments those asked for, in Kite's order
/// @param rows        how many there were
/// @param unreadable  how many could not be read
/// @param reasons     of the first ten of them
public record InstrumentList(List<KiteInstrument> instruments, long rows, long unreadable, List<String> reasons) {

    private static final Set<String> COLUMNS = Set.of(
            "instrument_token",
            "tradingsymbol",
            "name",
            "expiry",
            "strike",
            "tick_size",
            "lot_size",
            "instrument_type",
            "segment",
            "exchange");

    private static final int MAX_REASONS = 10;

    public InstrumentList {
        instruments = List.copyOf(instruments);
        reasons = List.copyOf(reasons);
    }

    /// @param file   CSV, packed or not; read to its end, row by row, and closed
    /// @param wanted what to keep: the whole list has some hundred thousand
    /// @throws UnreadableException if it breaks off, is empty, or lacks a column
    public static InstrumentList read(InputStream file, Predicate<KiteInstrument> wanted) {
        try (var text = new InputStreamReader(unpacked(file), StandardCharsets.UTF_8);
                var csv = CsvReader.builder()
                        .allowMissingFields(true)
                        .allowExtraFields(true)
                        .ofNamedCsvRecord(text)) {
            return rows(csv, wanted);
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw UnreadableException.broken("list of instruments breaks off");
        }
    }

    private static InstrumentList rows(CsvReader<NamedCsvRecord> csv, Predicate<KiteInstrument> wanted) {
        var instruments = new ArrayList<KiteInstrument>();
        var reasons = new ArrayList<String>();
        long rows = 0;
        long unreadable = 0;
        for (var row : csv) {
            if (rows == 0 && !row.getHeader().containsAll(COLUMNS)) {
                throw UnreadableException.strange("list of instruments lacks a column of " + COLUMNS);
            }
            rows++;
            try {
                var instrument = instrument(row);
                if (wanted.test(instrument)) {
                    instruments.add(instrument);
                }
            } catch (IllegalArgumentException | ArithmeticException | DateTimeException | NoSuchElementException e) {
                unreadable++;
                if (reasons.size() < MAX_REASONS) {
                    reasons.add("row " + rows + ": " + e.getMessage());
                }
            }
        }
        if (rows == 0) {
            throw UnreadableException.broken("list of instruments is empty");
        }
        return new InstrumentList(instruments, rows, unreadable, reasons);
    }

    private static KiteInstrument instrument(NamedCsvRecord row) {
        var expiry = row.getField("expiry");
        return new KiteInstrument(
                InstrumentToken.of(number(row, "instrument_token")),
                new Listing(row.getField("exchange"), row.getField("tradingsymbol")),
                row.getField("name"),
                row.getField("instrument_type"),
                row.getField("segment"),
                KiteInstrument.price(number(row, "tick_size")),
                number(row, "lot_size").intValueExact(),
                expiry.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(expiry)),
                KiteInstrument.price(number(row, "strike")));
    }

    private static BigDecimal number(NamedCsvRecord row, String column) {
        var text = row.getField(column);
        if (text.isEmpty()) {
            return BigDecimal.ZERO;
        }
        try {
            if (text.length() <= 40) {
                return new BigDecimal(text);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(column + " is no number", e);
        }
        throw new IllegalArgumentException(column + " is no number: " + text.length() + " characters");
    }

    private static InputStream unpacked(InputStream file) throws IOException {
        var buffered = new BufferedInputStream(file);
        buffered.mark(2);
        boolean packed = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return packed ? new GZIPInputStream(buffered) : buffered;
    }
}
