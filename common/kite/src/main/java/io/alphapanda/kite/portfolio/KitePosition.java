package io.alphapanda.kite.portfolio;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.alphapanda.kite.json.OrEmpty;
import io.alphapanda.kite.market.InstrumentToken;
import io.alphapanda.kite.market.Listing;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.Optional;

/// A position. A holding that is being sold shows as a negative `CNC` position for the day.
///
/// @param quantity          units; below zero is short
/// @param overnightQuantity carried over from the day before
/// @param multiplier        rupees a unit and a point of price; 1 but for some commodities
/// @param averagePrice      at which it is held; 0 when flat
/// @param pnl               profit since it was opened, in rupees
/// @param markToMarket      profit of today, in rupees (`m2m`)
@RegisterForReflection
public record KitePosition(
        String tradingsymbol,
        String exchange,
        Optional<InstrumentToken> instrumentToken,
        String product,
        BigDecimal quantity,
        @OrEmpty BigDecimal overnightQuantity,
        @OrEmpty BigDecimal multiplier,
        BigDecimal averagePrice,
        @OrEmpty BigDecimal closePrice,
        @OrEmpty BigDecimal lastPrice,
        @OrEmpty BigDecimal value,
        @OrEmpty BigDecimal pnl,
        @OrEmpty @JsonProperty("m2m") BigDecimal markToMarket,
        @OrEmpty BigDecimal unrealised,
        @OrEmpty BigDecimal realised,
        @OrEmpty BigDecimal buyQuantity,
        @OrEmpty BigDecimal buyPrice,
        @OrEmpty BigDecimal buyValue,
        @OrEmpty BigDecimal sellQuantity,
        @OrEmpty BigDecimal sellPrice,
        @OrEmpty BigDecimal sellValue,
        @OrEmpty BigDecimal dayBuyQuantity,
        @OrEmpty BigDecimal dayBuyPrice,
        @OrEmpty BigDecimal dayBuyValue,
        @OrEmpty BigDecimal daySellQuantity,
        @OrEmpty BigDecimal daySellPrice,
        @OrEmpty BigDecimal daySellValue) {

    public Listing listing() {
        return new Listing(exchange, tradingsymbol);
    }
}
