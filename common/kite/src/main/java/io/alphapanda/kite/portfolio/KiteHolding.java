package io.alphapanda.kite.portfolio;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.alphapanda.kite.json.OrEmpty;
import io.alphapanda.kite.market.InstrumentToken;
import io.alphapanda.kite.market.Listing;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.Optional;

/// Shares in the depository.
///
/// @param quantity           delivered
/// @param t1Quantity         bought the trading day before, not yet delivered
/// @param usedQuantity       of it sold today
/// @param authorisedQuantity that may be sold without another authorisation at the depository
/// @param collateralQuantity pledged
/// @param pnl                (last − average) × (delivered + not yet delivered), in rupees
@RegisterForReflection
public record KiteHolding(
        String tradingsymbol,
        String exchange,
        Optional<InstrumentToken> instrumentToken,
        @OrEmpty String isin,
        @OrEmpty String product,
        BigDecimal quantity,
        @OrEmpty @JsonProperty("t1_quantity") BigDecimal t1Quantity,
        @OrEmpty BigDecimal realisedQuantity,
        @OrEmpty BigDecimal usedQuantity,
        @OrEmpty BigDecimal authorisedQuantity,
        @OrEmpty BigDecimal openingQuantity,
        @OrEmpty BigDecimal collateralQuantity,
        BigDecimal averagePrice,
        @OrEmpty BigDecimal lastPrice,
        @OrEmpty BigDecimal closePrice,
        @OrEmpty BigDecimal pnl) {

    public Listing listing() {
        return new Listing(exchange, tradingsymbol);
    }
}
