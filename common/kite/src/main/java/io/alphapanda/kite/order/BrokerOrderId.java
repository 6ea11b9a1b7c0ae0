package io.alphapanda.kite.order;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.regex.Pattern;

/// Kite's number of an order: 15 or 19 digits so far, kept as text. It becomes part of an address, hence the form.
///
/// @param value letters and digits; at most 40
@RegisterForReflection
public record BrokerOrderId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{1,40}");

    public BrokerOrderId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("order id of " + value.length() + " characters must match " + FORM);
        }
    }

    /// In quotes, as documented, or without.
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static BrokerOrderId of(JsonNode json) {
        return new BrokerOrderId(json.isValueNode() ? json.asText() : "");
    }

    @Override
    public String toString() {
        return value;
    }
}
