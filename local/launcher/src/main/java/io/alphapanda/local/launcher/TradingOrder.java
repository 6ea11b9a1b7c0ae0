package io.alphapanda.local.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.StringJoiner;

/// Tells an engine who may trade, and a person what came of it.
final class TradingOrder {

    /// The engine answers within twenty seconds.
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /// As the engine names every broker.
    private static final String EVERY = "*";

    private final EngineDoor door;
    private final PrintWriter out;

    TradingOrder(EngineDoor door, PrintWriter out) {
        this.door = door;
        this.out = out;
    }

    /// @param strategy      empty for the whole lane
    /// @param resolveAlarms whether the lane's standing alarms are dealt with
    /// @return whether the engine has acknowledged it
    boolean give(String state, Optional<String> strategy, String reason, boolean resolveAlarms) {
        var command = JsonNodeFactory.instance.objectNode();
        command.put("state", state).put("reason", reason).put("by", System.getProperty("user.name", "somebody"));
        strategy.ifPresent(name -> command.put("strategy", name));
        if (resolveAlarms) {
            command.put("resolveAlarms", true);
        }
        var answer = door.ask("PUT", "/trading-state", command.toString(), PATIENCE);
        print(answer);
        answer.path("lanes").forEach(lane -> {
            out.println("  " + lane.path("broker").asText() + " ("
                    + lane.path("reality").asText() + ")"
                    + (lane.path("acknowledged").asBoolean() ? "" : ": what came before has not ended"));
            details(lane);
        });
        out.flush();
        return answer.path("acknowledged").asBoolean();
    }

    private void print(JsonNode answer) {
        var strategy = answer.path("strategy").asText();
        out.println((door.broker().isEmpty()
                        ? "every broker"
                        : door.broker() + " (" + answer.path("reality").asText() + ")")
                + (strategy.isEmpty() ? "" : ", strategy " + strategy) + ": "
                + answer.path("state").asText()
                + ", version " + answer.path("version").asText()
                + (answer.path("acknowledged").asBoolean() ? "" : "; it holds, but what came before has not ended"));
        details(answer);
    }

    private void details(JsonNode answer) {
        list("still being sent", answer.path("sending"));
        list("not known whether the broker has it", answer.path("unknown"));
        list("still being cancelled", answer.path("cancelling"));
        for (var said : answer.path("states")) {
            if (!said.path("state").asText().equals("ACTIVE")) {
                out.println("  " + said.path("state").asText() + " " + scope(said) + ": "
                        + said.path("reason").asText() + " ("
                        + said.path("changedBy").asText() + ")");
            }
        }
        for (var alarm : answer.path("alarms")) {
            out.println("  alarm " + alarm.path("code").asText() + " "
                    + alarm.path("subject").asText() + ": "
                    + alarm.path("words").asText());
        }
    }

    private static String scope(JsonNode said) {
        var strategy = said.path("strategy").asText();
        boolean everywhere = said.path("broker").asText().equals(EVERY);
        if (strategy.isEmpty()) {
            return everywhere ? "every lane" : "the whole lane";
        }
        return everywhere ? strategy + " in every lane" : strategy;
    }

    private void list(String what, JsonNode orders) {
        if (!orders.isEmpty()) {
            var ids = new ArrayList<String>();
            orders.forEach(each -> ids.add(each.asText()));
            var joined = new StringJoiner(", ");
            ids.forEach(joined::add);
            out.println("  " + what + ": " + joined);
        }
    }
}
