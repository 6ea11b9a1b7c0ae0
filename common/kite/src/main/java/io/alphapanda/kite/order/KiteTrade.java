package io.alphapanda.kite.order;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.alphapanda.domain.money.Side;
import io.alphapanda.kite.json.KiteTime;
import io.alphapanda.kite.json.OrEmpty;
import io.alphapanda.kite.market.InstrumentToken;
import io.alphapanda.kite.market.Listing;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// An execution: part or all of an order, at one price.
///
/// @param tradeId        the exchange's; unique within an exchange and a day
/// @param quantity       units of this execution
/// @param averagePrice   its price
/// @param orderTimestamp as sent: the time of day alone (`09:16:39`), or with its date
@RegisterForReflection
public record KiteTrade(
        String tradeId,
        BrokerOrderId orderId,
        Optional<String> exchangeOrderId,
        String exchange,
        String tradingsymbol,
        Optional<InstrumentToken> instrumentToken,
        @OrEmpty String product,
        @JsonProperty("transaction_type") Side side,
        BigDecimal quantity,
        BigDecimal averagePrice,
        @OrEmpty String orderTimestamp,
        Optional<Instant> fillTimestamp,
        Optional<Instant> exchangeTimestamp) {

    public Listing listing() {
        return new Listing(exchange, tradingsymbol);
    }

    /// When the order was taken: the day is the execution's, where only the time of day was sent.
    public Optional<Instant> orderedAt() {
        if (orderTimestamp.indexOf('-') > 0) {
            return Optional.of(KiteTime.instant(orderTimestamp));
        }
        return fillTimestamp
                .filter(_ -> !orderTimestamp.isEmpty())
                .map(fill -> KiteTime.instant(fill.atOffset(KiteTime.IST).toLocalDate() + " " + orderTimestamp));
    }
}
