package io.alphapanda.kite.ticker;

import com.fasterxml.jackson.databind.JsonNode;
import io.alphapanda.kite.failure.Masking;
import io.alphapanda.kite.json.KiteJson;
import io.alphapanda.kite.json.UnreadableException;
import io.alphapanda.kite.order.OrderUpdate;
import java.nio.charset.StandardCharsets;

/// A text frame of the ticker.
public sealed interface TickerText {

    /// An order of this user changed, whoever placed it, on whatever platform.
    record OrderChanged(OrderUpdate update) implements TickerText {}

    /// Kite complains, of a subscription for example; the connection lives on.
    record Complaint(String message) implements TickerText {}

    /// The broker has something to say.
    record Notice(String message) implements TickerText {}

    /// A type nobody documented.
    record Other(String type) implements TickerText {}

    /// No JSON, or not of the shape its type has.
    record Unreadable(String why) implements TickerText {}

    /// Never throws.
    static TickerText read(String frame) {
        try {
            var json = KiteJson.tree(frame.getBytes(StandardCharsets.UTF_8));
            var type = Masking.NONE.masked(json.path("type").asText(""));
            return switch (type) {
                case "order" -> new OrderChanged(OrderUpdate.of(json.path("data")));
                case "error" -> new Complaint(message(json));
                case "message" -> new Notice(message(json));
                default -> new Other(type);
            };
        } catch (UnreadableException e) {
            return new Unreadable(e.getMessage());
        }
    }

    private static String message(JsonNode json) {
        var data = json.path("data");
        return Masking.NONE.masked(data.isTextual() ? data.asText() : data.toString());
    }
}
