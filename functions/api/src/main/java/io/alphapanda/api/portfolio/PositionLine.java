package io.alphapanda.api.portfolio;

import io.alphapanda.api.market.Mark;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.SignedQuantity;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One position. Amounts are in its instrument's currency.
///
/// @param instrument        `VENUE:SYMBOL`
/// @param currency          ISO 4217
/// @param signedQuantity    units; above zero long, below zero short, zero closed
/// @param averageEntryPrice cost / quantity, rounded to 8 digits for showing; null when closed
/// @param cost              of the open quantity; below zero for a short (what it brought in)
/// @param realizedPnl       of everything closed so far, before fees
/// @param fees              paid so far
/// @param markPrice         last price; null if none is known
/// @param markTime          when the market made it; null if none is known
/// @param unrealizedPnl     value at the mark − cost, before fees; zero when closed, null if no price is known
@Schema(description = "One position; amounts are in its instrument's currency")
public record PositionLine(
        String instrument,
        String currency,
        SignedQuantity signedQuantity,

        @Schema(description = "cost / quantity, rounded to 8 digits for showing; null when closed")
        Optional<Price> averageEntryPrice,

        Money cost,
        Money realizedPnl,
        Money fees,

        @Schema(description = "Last price; null if none is known")
        Optional<Price> markPrice,

        @Schema(description = "When the market made the mark; null if none is known")
        Optional<Instant> markTime,

        @Schema(description = "Value at the mark − cost, before fees; zero when closed, null if no price is known")
        Optional<Money> unrealizedPnl) {

    static PositionLine of(Holding holding, Optional<Mark> mark) {
        var position = holding.position();
        return new PositionLine(
                holding.instrument().toString(),
                holding.currency(),
                position.quantity(),
                position.averageEntryPrice(),
                position.cost(),
                position.realizedPnl(),
                position.fees(),
                mark.map(Mark::price),
                mark.map(Mark::time),
                holding.isOpen() ? mark.map(each -> position.unrealizedPnl(each.price())) : Optional.of(Money.ZERO));
    }
}
