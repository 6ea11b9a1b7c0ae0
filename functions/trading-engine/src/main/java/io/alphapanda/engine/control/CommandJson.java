package io.alphapanda.engine.control;

import io.alphapanda.domain.control.TradingScope;
import io.alphapanda.domain.control.TradingState;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.StrategyId;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Commands as they come in.
final class CommandJson {

    private static final Set<String> FIELDS = Set.of("state", "strategy", "reason", "by", "resolveAlarms");

    private CommandJson() {}

    /// @param broker whose door it came through; empty for every lane's
    /// @throws BadCommandException if it is none
    static TradingCommand read(Optional<Broker> broker, String body) {
        var json = object(body);
        var unknown = new TreeSet<>(json.fieldNames());
        unknown.removeAll(FIELDS);
        if (!unknown.isEmpty()) {
            throw new BadCommandException("fields " + String.join(", ", unknown) + " are unknown; there are "
                    + String.join(", ", new TreeSet<>(FIELDS)));
        }
        try {
            return new TradingCommand(
                    new TradingScope(broker, strategy(json)),
                    state(text(json, "state")),
                    text(json, "reason"),
                    text(json, "by"),
                    resolves(json));
        } catch (IllegalArgumentException wrong) {
            throw new BadCommandException(wrong.getMessage());
        }
    }

    private static JsonObject object(String body) {
        try {
            return new JsonObject(body == null || body.isBlank() ? "{}" : body);
        } catch (DecodeException _) {
            throw new BadCommandException(
                    "the body is no JSON object; send {\"state\":\"HALTED\",\"reason\":\"why\",\"by\":\"who\"}");
        }
    }

    private static Optional<StrategyId> strategy(JsonObject json) {
        return json.getValue("strategy") == null
                ? Optional.empty()
                : Optional.of(new StrategyId(text(json, "strategy")));
    }

    private static TradingState state(String name) {
        return TradingState.named(name)
                .orElseThrow(() -> new BadCommandException(
                        "state '" + name + "' is unknown; use one of " + Arrays.toString(TradingState.values())));
    }

    private static String text(JsonObject json, String field) {
        return json.getValue(field) instanceof String text ? text : "";
    }

    /// What is no truth value must not pass for one: it could silence alarms.
    private static boolean resolves(JsonObject json) {
        return switch (json.getValue("resolveAlarms")) {
            case null -> false;
            case Boolean truth -> truth;
            default -> throw new BadCommandException("resolveAlarms must be true or false");
        };
    }
}
