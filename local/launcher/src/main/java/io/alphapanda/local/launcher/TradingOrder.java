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
        return answer.path("acknowledged").asBoolean();
    }

    private void print(JsonNode answer) {
        var strategy = answer.path("strategy").asText();
        out.println(door.broker() + " (" + answer.path("reality").asText() + ")"
                + (strategy.isEmpty() ? "" : ", strategy " + strategy) + ": "
                + answer.path("state").asText()
                + ", version " + answer.path("version").asText()
                + (answer.path("acknowledged").asBoolean() ? "" : "; it holds, but what came before has not ended"));
        list("still being sent", answer.path("sending"));
        list("not known whether the broker has it", answer.path("unknown"));
        for (var said : answer.path("states")) {
            if (!said.path("state").asText().equals("ACTIVE")) {
                var whose = said.path("strategy").asText();
                out.println("  " + said.path("state").asText() + (whose.isEmpty() ? " the whole lane" : " " + whose)
                        + ": " + said.path("reason").asText() + " ("
                        + said.path("changedBy").asText() + ")");
            }
        }
        for (var alarm : answer.path("alarms")) {
            out.println("  alarm " + alarm.path("code").asText() + " "
                    + alarm.path("subject").asText() + ": "
                    + alarm.path("words").asText());
        }
        out.flush();
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
