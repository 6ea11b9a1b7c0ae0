package io.alphapanda.kite.market;

import com.fasterxml.jackson.databind.JsonNode;
import io.alphapanda.kite.json.KiteTime;
import io.alphapanda.kite.json.Shape;
import io.alphapanda.kite.json.UnreadableException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/// Prices of an interval, from Kite's history.
///
/// @param start        of the interval
/// @param volume       units traded
/// @param openInterest 0 if it was not asked for
public record Candle(
        Instant start,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        BigDecimal volume,
        BigDecimal openInterest) {

    /// `{"candles":[["2017-12-15T09:15:00+0530",open,high,low,close,volume(,oi)],…]}`
    public static final Shape<List<Candle>> SHAPE = data -> {
        var rows = data.path("candles");
        if (!rows.isArray()) {
            throw UnreadableException.strange("there are no candles");
        }
        return StreamSupport.stream(rows.spliterator(), false).map(Candle::of).toList();
    };

    private static Candle of(JsonNode row) {
        if (row.size() < 6 || !row.get(0).isTextual()) {
            throw UnreadableException.strange("a candle has no six values");
        }
        return new Candle(
                KiteTime.instant(row.get(0).asText()),
                number(row.get(1)),
                number(row.get(2)),
                number(row.get(3)),
                number(row.get(4)),
                number(row.get(5)),
                row.size() > 6 ? number(row.get(6)) : BigDecimal.ZERO);
    }

    private static BigDecimal number(JsonNode value) {
        if (!value.isNumber()) {
            throw UnreadableException.strange("a candle holds something that is no number");
        }
        return value.decimalValue();
    }
}
