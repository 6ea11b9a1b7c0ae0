package io.alphapanda.local.launcher;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/// How many pieces simulated orders can take of a tick. A tick's volume is the day's so far, so what changed hands
/// since the instrument's tick before is the difference; and the simulator's quotes show ten pieces at the best
/// price, which are there even if nobody traded meanwhile.
final class Pieces {

    static final long AT_BEST_PRICE = 10;

    private final Map<String, BigDecimal> before = new HashMap<>();

    /// @param volume traded so far; less than before means a new day
    long of(String instrument, BigDecimal volume) {
        var last = before.put(instrument, volume);
        if (last == null) {
            return AT_BEST_PRICE;
        }
        var traded = volume.compareTo(last) < 0 ? volume : volume.subtract(last);
        return Math.max(AT_BEST_PRICE, traded.longValue());
    }
}
