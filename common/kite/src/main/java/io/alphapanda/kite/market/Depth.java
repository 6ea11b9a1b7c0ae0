package io.alphapanda.kite.market;

import io.alphapanda.kite.json.OrEmpty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.List;

/// The five best prices of each side; unused levels have price and quantity 0.
@RegisterForReflection
public record Depth(@OrEmpty List<Level> buy, @OrEmpty List<Level> sell) {

    public static final Depth NONE = new Depth(List.of(), List.of());

    public Depth {
        buy = List.copyOf(buy);
        sell = List.copyOf(sell);
    }

    /// @param quantity units
    /// @param orders   how many orders they are
    @RegisterForReflection
    public record Level(@OrEmpty BigDecimal price, @OrEmpty BigDecimal quantity, int orders) {}
}
