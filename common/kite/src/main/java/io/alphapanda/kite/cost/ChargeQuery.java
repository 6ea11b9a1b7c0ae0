package io.alphapanda.kite.cost;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.kite.market.Listing;
import io.alphapanda.kite.order.Product;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;

/// An execution whose charges are asked for; it need not exist.
///
/// @param orderId      any text
/// @param orderType    `MARKET`, `LIMIT`, `SL`, `SL-M`
/// @param averagePrice at which it filled
@RegisterForReflection
public record ChargeQuery(
        String orderId,
        String exchange,
        String tradingsymbol,
        @JsonProperty("transaction_type") Side side,
        String variety,
        String product,
        String orderType,
        BigDecimal quantity,
        BigDecimal averagePrice) {

    public static ChargeQuery of(
            String orderId, Listing listing, Side side, Product product, Quantity quantity, Price averagePrice) {
        return new ChargeQuery(
                orderId,
                listing.exchange(),
                listing.symbol(),
                side,
                "regular",
                product.name(),
                "LIMIT",
                quantity.value(),
                averagePrice.value());
    }
}
