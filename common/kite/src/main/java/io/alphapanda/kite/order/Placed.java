package io.alphapanda.kite.order;

import com.fasterxml.jackson.databind.JsonNode;
import io.alphapanda.kite.failure.Masking;
import io.alphapanda.kite.failure.WriteOutcome;
import io.alphapanda.kite.failure.WriteOutcome.Accepted;
import io.alphapanda.kite.failure.Writes;
import io.alphapanda.kite.json.Shape;
import io.alphapanda.kite.json.UnreadableException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// Kite's answer to an order it has taken.
///
/// @param orderId of the order; of an order that was split, of the whole, where Kite says it
/// @param slices  of an order that was split: what became of each part. Some may be refused and others accepted
public record Placed(Optional<BrokerOrderId> orderId, List<WriteOutcome<BrokerOrderId>> slices) {

    public Placed {
        slices = List.copyOf(slices);
    }

    /// The three shapes it comes in: `{order_id}`; `{order_id, children:[…]}`; `[…]`, where each element is
    /// `{order_id}` or `{error:{code, error_type, message}}`.
    public static Shape<Placed> shape(Masking masking) {
        return data -> {
            if (data.isArray()) {
                return sliced(Optional.empty(), data, masking);
            }
            var orderId = Optional.of(id(data));
            var children = data.path("children");
            return children.isEmpty() ? new Placed(orderId, List.of()) : sliced(orderId, children, masking);
        };
    }

    /// What a modification or a cancellation answers.
    public static BrokerOrderId id(JsonNode data) {
        var id = data.path("order_id");
        try {
            if (id.isValueNode() && !id.isNull()) {
                return new BrokerOrderId(id.asText());
            }
        } catch (IllegalArgumentException e) {
            throw UnreadableException.strange("order_id is none");
        }
        throw UnreadableException.strange("there is no order_id");
    }

    private static Placed sliced(Optional<BrokerOrderId> whole, JsonNode parts, Masking masking) {
        if (!parts.isArray() || parts.isEmpty()) {
            throw UnreadableException.strange("there are no slices");
        }
        return new Placed(
                whole,
                StreamSupport.stream(parts.spliterator(), false)
                        .map(each -> slice(each, masking))
                        .toList());
    }

    private static WriteOutcome<BrokerOrderId> slice(JsonNode part, Masking masking) {
        return part.has("error") ? Writes.ofPart(part.get("error"), masking) : new Accepted<>(id(part));
    }
}
