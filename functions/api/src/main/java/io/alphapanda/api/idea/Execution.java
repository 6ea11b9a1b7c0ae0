package io.alphapanda.api.idea;

import io.alphapanda.api.lane.Lane;
import io.alphapanda.api.trail.OrderTrail.BookedFill;
import io.alphapanda.api.trail.Trail;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.order.Reality;
import io.alphapanda.domain.order.Slippage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How an idea was executed in one lane. Prices and amounts are in its instrument's currency.
///
/// @param broker         the account
/// @param kind           what executed it: as the order says, or as the account is now where there is none
/// @param reality        PAPER, SIMULATED or LIVE, by the same rule
/// @param simulated      true if nobody else saw it
/// @param outcome        where it stands
/// @param failure        why risk denied it or its order ended unfilled; null if neither
/// @param filledQuantity over all its orders
/// @param averagePrice   of what is filled, rounded to 8 digits for showing; null while nothing is
/// @param slippageBps    of that average against the trader, in basis points; null while nothing is filled
/// @param fees           of its fills
/// @param realized       profit or loss its booked fills realised, before fees
/// @param delays         from the moment its tick was due
@Schema(description = "How an idea was executed in one lane; amounts are in its instrument's currency")
public record Execution(
        String broker,
        String kind,
        Reality reality,
        boolean simulated,
        Outcome outcome,

        @Schema(description = "Why risk denied it or its order ended unfilled; null if neither")
        Optional<String> failure,

        Quantity filledQuantity,
        Optional<Price> averagePrice,

        @Schema(description = "Of the average price against the trader, in basis points; null while nothing is filled")
        Optional<BigDecimal> slippageBps,

        Money fees,

        @Schema(description = "Profit or loss its booked fills realised, before fees")
        Money realized,

        Delays delays) {

    private static final int AVERAGE_DIGITS = 8;

    /// @param account the lane as it is configured now
    public static Execution of(Lane account, Trail trail) {
        var lane = trail.orders().stream()
                .map(each -> each.order())
                .findFirst()
                .map(order -> new Lane(order.broker, order.kind, order.reality))
                .orElse(account);
        var fills =
                trail.orders().stream().flatMap(each -> each.fills().stream()).toList();
        var quantity = sum(fills, each -> each.fill().quantity);
        var value = sum(fills, each -> each.fill().quantity.multiply(each.fill().price));
        var average = quantity.signum() == 0
                ? Optional.<BigDecimal>empty()
                : Optional.of(value.divide(quantity, AVERAGE_DIGITS, RoundingMode.HALF_EVEN));
        return new Execution(
                lane.broker(),
                lane.kind(),
                lane.reality(),
                lane.simulated(),
                Outcome.of(trail),
                failure(trail),
                new Quantity(quantity),
                average.map(Price::new),
                average.map(price -> Slippage.bps(trail.signal().side, trail.signal().referencePrice, price)),
                new Money(sum(fills, each -> each.fill().fees)),
                new Money(sum(
                        fills,
                        each -> each.booking().map(booking -> booking.realized).orElse(BigDecimal.ZERO))),
                Delays.of(trail));
    }

    private static Optional<String> failure(Trail trail) {
        return Optional.ofNullable(trail.decision().denial).or(() -> trail.orders().stream()
                .flatMap(each -> Optional.ofNullable(each.order().failure).stream())
                .map(Enum::name)
                .findFirst());
    }

    private static BigDecimal sum(List<BookedFill> fills, Function<BookedFill, BigDecimal> part) {
        return fills.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
