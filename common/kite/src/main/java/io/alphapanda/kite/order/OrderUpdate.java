package io.alphapanda.kite.order;

import com.fasterxml.jackson.databind.JsonNode;
import io.alphapanda.kite.Secret;
import io.alphapanda.kite.json.KiteJson;
import io.alphapanda.kite.json.UnreadableException;
import io.alphapanda.kite.session.Checksum;

/// Kite's word that an order has changed: posted to the app's address, or sent on the ticker's connection. Only a
/// hint: updates come twice, late, out of order or never, a partial one after the complete one, and carry no trade. The
/// order is read again; nothing is booked from this.
///
/// @param order as it was when this was sent
public record OrderUpdate(KiteOrder order) {

    /// A posted update, and whether it is Kite's.
    public sealed interface Posted {

        record Genuine(OrderUpdate update) implements Posted {}

        /// Kite's for certain, of an order that can't be read: it has changed all the same.
        ///
        /// @param why without any of its values
        record Strange(String why) implements Posted {}

        /// The checksum is wrong or missing: somebody else's, or another app's.
        record Forged() implements Posted {}

        /// Nothing that could carry a checksum.
        ///
        /// @param why without any of its values
        record Unreadable(String why) implements Posted {}
    }

    /// @param body      as posted
    /// @param apiSecret of the app it was posted for; nothing of the update is shown before it is proved
    public static Posted posted(byte[] body, Secret apiSecret) {
        try {
            var json = KiteJson.tree(body);
            boolean proved = Checksum.isOfUpdate(
                    text(json, "checksum"), text(json, "order_id"), text(json, "order_timestamp"), apiSecret);
            return proved ? proved(json) : new Posted.Forged();
        } catch (UnreadableException e) {
            return new Posted.Unreadable(e.getMessage());
        }
    }

    private static Posted proved(JsonNode json) {
        try {
            return new Posted.Genuine(of(json));
        } catch (UnreadableException e) {
            return new Posted.Strange(e.getMessage());
        }
    }

    /// One that came over a connection which is Kite's already; its checksum may be blank.
    ///
    /// @throws UnreadableException if it is no order
    public static OrderUpdate of(JsonNode json) {
        return new OrderUpdate(KiteJson.one(KiteOrder.class).of(json));
    }

    private static String text(JsonNode json, String key) {
        return json.path(key).asText("");
    }
}
