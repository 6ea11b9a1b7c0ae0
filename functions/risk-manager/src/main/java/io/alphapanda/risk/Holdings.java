package io.alphapanda.risk;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.money.SignedQuantity;
import io.alphapanda.domain.portfolio.Position;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A strategy's positions at a broker with every fill in them, booked or not yet: the booked positions, and on top the
/// fills the portfolio-manager has not reached, booked here by the same rule.
///
/// @param startingCash what the portfolio began with
/// @param positions    by instrument
record Holdings(Money startingCash, Map<InstrumentId, Position> positions) {

    /// Part of a statement with the parameters `broker` and `strategy`: a row for each fill behind its position's
    /// books, and one for a position that has none.
    static final String QUERY = """
            select i.instrument, p.quantity, p.cost, p.realized_pnl, p.fees,
                   f.side, f.quantity as filled, f.price, f.fees as fill_fees,
                   (select starting_cash from portfolios where broker = :broker and strategy = :strategy) as starting_cash,
                   f.sequence as fill
            from (select instrument from fills where broker = :broker and strategy = :strategy and sequence = 1) i
            left join positions p on p.broker = :broker and p.strategy = :strategy and p.instrument = i.instrument
            left join lateral (
                select * from fills each
                where each.broker = :broker and each.strategy = :strategy and each.instrument = i.instrument
                  and each.sequence > coalesce(p.sequence, 0)) f on true
            """;

    /// @param rows         with the query's columns from the one numbered `at`, by instrument and fill; those of a
    ///                     strategy that has no fills are null
    /// @param startingCash of a portfolio that is not in the books yet
    static Holdings of(List<Object[]> rows, int at, Money startingCash) {
        var holdings = rows.stream()
                .map(row -> Arrays.copyOfRange(row, at, row.length))
                .filter(row -> row[0] != null)
                .toList();
        var positions = new HashMap<InstrumentId, Position>();
        for (var row : holdings) {
            positions.merge(InstrumentId.of((String) row[0]), filled(booked(row), row), (held, _) -> filled(held, row));
        }
        var started = holdings.stream()
                .filter(row -> row[9] != null)
                .map(row -> new Money((BigDecimal) row[9]))
                .findFirst();
        return new Holdings(started.orElse(startingCash), Map.copyOf(positions));
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

    private static Position filled(Position held, Object[] row) {
        if (row[5] == null) {
            return held;
        }
        return held.book(
                        Side.valueOf((String) row[5]),
                        new Quantity((BigDecimal) row[6]),
                        new Price((BigDecimal) row[7]),
                        new Money((BigDecimal) row[8]))
                .position();
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
