package io.alphapanda.domain.portfolio;

import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The books of one strategy at one broker, for tests: a portfolio and its positions, kept as the stage keeps them.
public final class Ledger {

    private Portfolio portfolio;
    private final Map<String, Position> positions = new LinkedHashMap<>();

    public Ledger(Money startingCash) {
        portfolio = Portfolio.startingWith(startingCash);
    }

    /// One execution.
    public record Trade(String instrument, Side side, Quantity quantity, Price price, Money fees) {

        /// `BUY 10 NSE:TCS @ 100 fees 1`, the fees being optional.
        public static Trade of(String text) {
            var words = text.split(" ");
            return new Trade(
                    words[2],
                    Side.valueOf(words[0]),
                    Quantity.of(words[1]),
                    Price.of(words[4]),
                    words.length > 5 ? Money.of(words[6]) : Money.ZERO);
        }
    }

    public Ledger book(Trade trade) {
        var booking = position(trade.instrument()).book(trade.side(), trade.quantity(), trade.price(), trade.fees());
        positions.put(trade.instrument(), booking.position());
        portfolio = portfolio.book(booking, trade.fees());
        return this;
    }

    public Ledger book(List<Trade> trades) {
        trades.forEach(this::book);
        return this;
    }

    public Portfolio portfolio() {
        return portfolio;
    }

    public Position position(String instrument) {
        return positions.getOrDefault(instrument, Position.EMPTY);
    }

    /// What all positions cost.
    public Money cost() {
        return positions.values().stream().map(Position::cost).reduce(Money.ZERO, Money::plus);
    }

    /// Cash, less what short positions brought in and as much again, as risk counts it.
    public Money buyingPower() {
        return positions.values().stream()
                .filter(each -> each.quantity().signum() < 0)
                .map(each -> each.cost().plus(each.cost()))
                .reduce(portfolio.cash(), Money::plus);
    }
}
