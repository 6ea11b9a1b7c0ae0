package io.alphapanda.domain.risk;

import io.alphapanda.domain.control.TradingState;
import io.alphapanda.domain.instrument.Venue;
import io.alphapanda.domain.instrument.Venues;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.SignedQuantity;
import io.alphapanda.domain.paper.PaperTerms;
import io.alphapanda.domain.signal.Wish;
import java.time.Instant;
import java.util.Optional;

/// What risk knows in a test: a fresh signal, an active lane, a flat book, nothing pending, a million in cash, until
/// something else is said.
final class Known {

    private Instant asOf = Wish.TIME;
    private Optional<Boolean> alreadyDecided = Optional.of(false);
    private Optional<TradingState> tradingState = Optional.of(TradingState.ACTIVE);
    private Optional<Integer> tradesToday = Optional.of(0);
    private Optional<Exposure> exposure = Optional.of(Exposure.NONE);
    private Optional<Money> buyingPower = Optional.of(Money.of("1000000"));
    private Optional<Venue> venue = Venues.find("NSE");
    private PaperTerms costs = PaperTerms.DEFAULT;

    Known asOf(Instant moment) {
        asOf = moment;
        return this;
    }

    Known decidedBefore(boolean decided) {
        alreadyDecided = Optional.of(decided);
        return this;
    }

    Known noHistory() {
        alreadyDecided = Optional.empty();
        return this;
    }

    Known trading(TradingState state) {
        tradingState = Optional.of(state);
        return this;
    }

    Known noTradingState() {
        tradingState = Optional.empty();
        return this;
    }

    Known trades(int today) {
        tradesToday = Optional.of(today);
        return this;
    }

    Known noTrades() {
        tradesToday = Optional.empty();
        return this;
    }

    Known exposure(String position, String pendingBuys, String pendingSells) {
        exposure = Optional.of(
                new Exposure(SignedQuantity.of(position), Quantity.of(pendingBuys), Quantity.of(pendingSells)));
        return this;
    }

    Known noExposure() {
        exposure = Optional.empty();
        return this;
    }

    Known cash(String available) {
        buyingPower = Optional.of(Money.of(available));
        return this;
    }

    Known noCash() {
        buyingPower = Optional.empty();
        return this;
    }

    Known noVenue() {
        venue = Optional.empty();
        return this;
    }

    Known at(String name) {
        venue = Venues.find(name);
        return this;
    }

    Known costing(PaperTerms terms) {
        costs = terms;
        return this;
    }

    RiskFacts facts() {
        return new RiskFacts(asOf, alreadyDecided, tradingState, tradesToday, exposure, buyingPower, venue, costs);
    }
}
