package io.alphapanda.stage.schema;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.market.StreamId;
import io.alphapanda.domain.money.BasisPoints;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.SignedQuantity;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.StrategyId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// How values that are no records in JSON are written there: strings, in one form each. `NotationTest` holds it
/// against the codec.
final class Notation {

    /// Decimals without needless zeros: digits before the point, at most ten behind it.
    private static final String DECIMAL = "(0|[1-9][0-9]{0,%d})(\\.[0-9]{0,9}[1-9])?$";

    private static final String UNSIGNED = DECIMAL.formatted(14);
    private static final String SIGNED = "^(?!-0$)-?" + UNSIGNED;

    static final Map<Class<?>, String> PATTERNS = Map.of(
            Price.class,
            "^(?!0$)" + UNSIGNED,
            Quantity.class,
            "^" + UNSIGNED,
            SignedQuantity.class,
            SIGNED,
            Money.class,
            SIGNED,
            BasisPoints.class,
            "^(?!-0$)-?" + DECIMAL.formatted(29),
            InstrumentId.class,
            "^[A-Z0-9]{1,12}:[A-Za-z0-9._&-]{1,32}$",
            StreamId.class,
            "^[a-z0-9][a-z0-9.-]{0,47}$",
            Broker.class,
            "^(?!(market|control|strategy)$)[a-z][a-z0-9-]{0,23}$",
            StrategyId.class,
            "^[a-z][a-z0-9-]{0,39}$");

    private Notation() {}

    /// The schema of a value type; empty for everything else.
    static Optional<ObjectNode> of(Class<?> type) {
        var text = JsonNodeFactory.instance.objectNode().put("type", "string");
        if (type == Instant.class) {
            return Optional.of(text.put("format", "date-time"));
        }
        if (type == AssetClass.class) {
            var labels = text.putArray("enum");
            Arrays.stream(AssetClass.values()).map(AssetClass::label).forEach(labels::add);
            return Optional.of(text);
        }
        return Optional.ofNullable(PATTERNS.get(type)).map(pattern -> text.put("pattern", pattern));
    }
}
