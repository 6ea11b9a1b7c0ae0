package io.alphapanda.risk;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.money.SignedQuantity;
import io.alphapanda.domain.portfolio.Position;
import io.alphapanda.domain.signal.StrategyId;
import io.alphapanda.stage.broker.BrokerAccount;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/// A strategy's positions at a broker with every fill in them, booked or not yet: the booked positions, and on top the
/// fills the portfolio-manager has not reached, booked here by the same rule.
///
/// @param startingCash what the portfolio began with
/// @param positions    by instrument
record Holdings(Money startingCash, Map<InstrumentId, Position> positions) {

    /// One statement, so that positions and the fills behind them are of one moment.
    private static final String QUERY = """
            select i.instrument, p.quantity, p.cost, p.realized_pnl, p.fees,
                   f.side, f.quantity as filled, f.price, f.fees as fill_fees,
                   (select starting_cash from portfolios where broker = ?1 and strategy = ?2) as starting_cash
            from (select instrument from fills where broker = ?1 and strategy = ?2 and sequence = 1) i
            left join positions p on p.broker = ?1 and p.strategy = ?2 and p.instrument = i.instrument
            left join lateral (
                select * from fills each
                where each.broker = ?1 and each.strategy = ?2 and each.instrument = i.instrument
                  and each.sequence > coalesce(p.sequence, 0)) f on true
            order by i.instrument, f.sequence
            """;

    static Uni<Holdings> load(Mutiny.Session session, BrokerAccount account, StrategyId strategy) {
        return session.createNativeQuery(QUERY, Object[].class)
                .setParameter(1, account.broker().name())
                .setParameter(2, strategy.value())
                .getResultList()
                .map(rows -> of(account, rows));
    }

    private static Holdings of(BrokerAccount account, List<Object[]> rows) {
        var positions = new HashMap<InstrumentId, Position>();
        var startingCash = account.startingCash();
        for (var row : rows) {
            var instrument = InstrumentId.of((String) row[0]);
            var position = positions.computeIfAbsent(instrument, _ -> booked(row));
            if (row[5] != null) {
                position = position.book(
                                Side.valueOf((String) row[5]),
                                new Quantity((BigDecimal) row[6]),
                                new Price((BigDecimal) row[7]),
                                new Money((BigDecimal) row[8]))
                        .position();
            }
            positions.put(instrument, position);
            if (row[9] != null) {
                startingCash = new Money((BigDecimal) row[9]);
            }
        }
        return new Holdings(startingCash, Map.copyOf(positions));
    }

    private static Position booked(Object[] row) {
        if (row[1] == null) {
            return Position.EMPTY;
        }
        return new Position(
                new SignedQuantity((BigDecimal) row[1]),
                new Money((BigDecimal) row[2]),
                new Money((BigDecimal) row[3]),
                new Money((BigDecimal) row[4]));
    }

    SignedQuantity position(InstrumentId instrument) {
        return positions.getOrDefault(instrument, Position.EMPTY).quantity();
    }

    /// Cash, less what covers the short positions: what they brought in is not one's own, and as much again is held
    /// against them. For a portfolio without shorts it is the cash.
    Money buyingPower() {
        var power = startingCash;
        for (var position : positions.values()) {
            var cash = position.realizedPnl().minus(position.fees()).minus(position.cost());
            power = power.plus(cash);
            if (position.quantity().signum() < 0) {
                power = power.plus(position.cost()).plus(position.cost());
            }
        }
        return power;
    }
}
