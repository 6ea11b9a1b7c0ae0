package io.alphapanda.portfolio;

import io.alphapanda.domain.event.PnlSnapshot;
import io.alphapanda.domain.event.PnlSnapshot.Pricing;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.instrument.Venues;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.order.Reality;
import io.alphapanda.domain.portfolio.Mark;
import io.alphapanda.domain.portfolio.Quote;
import io.alphapanda.domain.signal.Broker;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What books are worth at last prices. Pure.
///
/// ```
/// an open position without a price ─▶ MISSING: unrealised P&L and equity are left out
/// a price older than the bound     ─▶ STALE: it goes in, it is the last there is, and its age is told
/// several currencies               ─▶ unrealised P&L and equity are left out: a sum would mix them
/// ```
///
/// @param broker     the lane
/// @param reality    whether its executions have happened
/// @param takenAt    when the timer fired
/// @param asOf       market time: what the prices' age is measured against
/// @param staleAfter the oldest a price may be
/// @param prices     the last there are
record Appraisal(
        Broker broker,
        Reality reality,
        Instant takenAt,
        Instant asOf,
        Duration staleAfter,
        Map<InstrumentId, LastPrice> prices) {

    PnlSnapshot of(Held held) {
        var marks = held.positions().entrySet().stream()
                .filter(each -> each.getValue().isOpen())
                .map(each -> mark(each.getKey(), each.getValue()))
                .toList();
        var currencies = held.positions().keySet().stream()
                .map(Venues::currency)
                .distinct()
                .sorted()
                .toList();
        var portfolio = held.portfolio();
        var unrealized = currencies.size() > 1 ? Optional.<Money>empty() : unrealized(marks);
        var cost = marks.stream().map(Mark::cost).reduce(Money.ZERO, Money::plus);
        return new PnlSnapshot(
                broker,
                held.strategy(),
                reality,
                takenAt,
                asOf,
                held.version(),
                currencies,
                portfolio.startingCash(),
                portfolio.cash(),
                portfolio.realizedPnl(),
                portfolio.fees(),
                unrealized,
                unrealized.map(gain -> portfolio.cash().plus(cost).plus(gain)),
                pricing(marks),
                marks.size(),
                marks.stream().flatMap(each -> each.quote().stream()).min(Comparator.comparing(Quote::at)),
                marks);
    }

    private Mark mark(InstrumentId instrument, Held.Holding holding) {
        var position = holding.position();
        var quote = Optional.ofNullable(prices.get(instrument)).map(this::quote);
        return new Mark(
                instrument,
                position.quantity(),
                position.cost(),
                quote,
                quote.map(each -> position.unrealizedPnl(each.price())));
    }

    private Quote quote(LastPrice last) {
        var age = Duration.between(last.time(), asOf);
        return new Quote(last.price(), last.time(), Math.max(0, age.toSeconds()), age.compareTo(staleAfter) > 0);
    }

    private static Optional<Money> unrealized(List<Mark> marks) {
        return marks.stream()
                .map(Mark::unrealizedPnl)
                .reduce(Optional.of(Money.ZERO), (sum, each) -> sum.flatMap(a -> each.map(a::plus)));
    }

    private static Pricing pricing(List<Mark> marks) {
        if (marks.stream().anyMatch(each -> each.quote().isEmpty())) {
            return Pricing.MISSING;
        }
        return marks.stream().anyMatch(each -> each.quote().orElseThrow().stale()) ? Pricing.STALE : Pricing.CURRENT;
    }
}
