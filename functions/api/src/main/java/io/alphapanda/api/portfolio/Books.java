package io.alphapanda.api.portfolio;

import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.portfolio.Portfolio;
import java.util.List;
import java.util.Optional;

/// One strategy's books at one broker.
///
/// @param broker    the lane's name
/// @param strategy  whose
/// @param portfolio cash and what was realised
/// @param version   counts bookings
/// @param holdings  by instrument, closed ones too
record Books(String broker, String strategy, Portfolio portfolio, long version, List<Holding> holdings) {

    /// The currencies of everything it holds or held, in alphabetical order.
    List<String> currencies() {
        return holdings.stream().map(Holding::currency).distinct().sorted().toList();
    }

    /// The only currency; empty if nothing was ever held, or things of several currencies were.
    Optional<String> currency() {
        var currencies = currencies();
        return currencies.size() == 1 ? Optional.of(currencies.getFirst()) : Optional.empty();
    }

    /// What the open positions cost; empty if that would add up several currencies.
    Optional<Money> positionsCost() {
        return currencies().size() > 1
                ? Optional.empty()
                : Optional.of(
                        holdings.stream().map(each -> each.position().cost()).reduce(Money.ZERO, Money::plus));
    }
}
