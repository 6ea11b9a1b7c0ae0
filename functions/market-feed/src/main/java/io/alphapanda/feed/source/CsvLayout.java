package io.alphapanda.feed.source;

import io.alphapanda.domain.instrument.InstrumentId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Which columns of a file mean what; they are found by their names, in any order, others are ignored.
///
/// @param timestamp when
/// @param symbol    of what; empty if the whole file is about `only`
/// @param price     last traded price
/// @param volume    how much
/// @param venue     where its symbols are traded
/// @param only      the one instrument of a file without symbols
/// @param amounts   the volume column is what this trade moved, not what was traded so far: it is summed up
record CsvLayout(
        String timestamp,
        Optional<String> symbol,
        String price,
        String volume,
        String venue,
        Optional<InstrumentId> only,
        boolean amounts) {

    /// `timestamp,symbol,last_price,volume`
    static CsvLayout ticksOf(String venue) {
        return new CsvLayout(
                "timestamp", Optional.of("symbol"), "last_price", "volume", venue, Optional.empty(), false);
    }

    /// `timestamp,price,amount`, all of one instrument.
    static CsvLayout tradesOf(InstrumentId instrument) {
        return new CsvLayout(
                "timestamp", Optional.empty(), "price", "amount", instrument.venue(), Optional.of(instrument), true);
    }

    /// Where each column stands in a header.
    record Columns(int timestamp, int symbol, int price, int volume) {
        int most() {
            return Math.max(Math.max(timestamp, symbol), Math.max(price, volume));
        }
    }

    /// @throws UnreadableSourceException naming the column that is missing
    Columns find(String name, String header) {
        var names = Arrays.stream(header.replace("\uFEFF", "").split(",", -1))
                .map(String::strip)
                .toList();
        return new Columns(
                column(name, names, timestamp),
                symbol.map(each -> column(name, names, each)).orElse(-1),
                column(name, names, price),
                column(name, names, volume));
    }

    private static int column(String name, List<String> names, String wanted) {
        int found = names.indexOf(wanted);
        if (found < 0) {
            throw new UnreadableSourceException(name + ": its header has no column '" + wanted + "' but "
                    + String.join(",", names) + "; name the columns in the first line");
        }
        return found;
    }
}
