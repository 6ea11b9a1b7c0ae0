package io.alphapanda.kite.order;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.alphapanda.domain.money.Side;
import io.alphapanda.kite.json.OrEmpty;
import io.alphapanda.kite.market.InstrumentToken;
import io.alphapanda.kite.market.Listing;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An order as the day's book shows it, or one step of its history. Of open lists (variety, product, order type …) the
/// words are kept as text. A market order may show as a limit order at its protection price with
/// `marketProtection` 0: neither tells which order this is; the tag and the ids do.
///
/// @param orderId          Kite's
/// @param exchangeOrderId  once the exchange has accepted it
/// @param statusMessage    why it was rejected or cancelled, for people
/// @param statusMessageRaw the same from the broker's order management
/// @param orderTimestamp   when Kite took it or changed it last
/// @param quantity         units
/// @param averagePrice     of what has filled; 0 if nothing has
/// @param pendingQuantity  may be above zero on a cancelled order; see `filledQuantity`
/// @param tag              ours; empty if none
/// @param tags             ours and Kite's own: `mktp` (was a market order), `autoslice:<parent>`
/// @param meta             what particular varieties add, such as `iceberg`
@RegisterForReflection
public record KiteOrder(
        BrokerOrderId orderId,
        Optional<String> exchangeOrderId,
        Optional<BrokerOrderId> parentOrderId,
        OrderStatus status,
        @OrEmpty String statusMessage,
        @OrEmpty String statusMessageRaw,
        Optional<Instant> orderTimestamp,
        Optional<Instant> exchangeTimestamp,
        Optional<Instant> exchangeUpdateTimestamp,
        @OrEmpty String variety,
        boolean modified,
        String exchange,
        String tradingsymbol,
        Optional<InstrumentToken> instrumentToken,
        @JsonProperty("transaction_type") Side side,
        @OrEmpty String orderType,
        @OrEmpty String product,
        @OrEmpty String validity,
        int validityTtl,
        BigDecimal quantity,
        @OrEmpty BigDecimal disclosedQuantity,
        @OrEmpty BigDecimal price,
        @OrEmpty BigDecimal triggerPrice,
        BigDecimal averagePrice,
        BigDecimal filledQuantity,
        @OrEmpty BigDecimal pendingQuantity,
        @OrEmpty BigDecimal cancelledQuantity,
        @OrEmpty BigDecimal marketProtection,
        @OrEmpty String tag,
        @OrEmpty List<String> tags,
        @OrEmpty String placedBy,
        @OrEmpty String accountId,
        @OrEmpty String terminalId,
        @OrEmpty String auctionNumber,
        Optional<JsonNode> meta) {

    private static final String SLICE_OF = "autoslice:";

    public KiteOrder {
        tags = List.copyOf(tags);
    }

    public Listing listing() {
        return new Listing(exchange, tradingsymbol);
    }

    /// The id Kite gave the order of which this is a slice.
    public Optional<String> sliceOf() {
        return tags.stream()
                .filter(each -> each.startsWith(SLICE_OF))
                .map(each -> each.substring(SLICE_OF.length()))
                .findFirst();
    }
}
