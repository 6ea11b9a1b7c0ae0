package io.alphapanda.portfolio;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.SignedQuantity;
import io.alphapanda.domain.portfolio.Portfolio;
import io.alphapanda.domain.portfolio.Position;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.StrategyId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The portfolios of a lane that a snapshot is due of: with an open position, or booked into since their last one.
///
/// One statement reads cash and positions, so both are of one moment while bookings go on, and it locks nothing: no
/// fill waits for a snapshot.
@Singleton
final class SnapshotBooks {

    private static final String DUE = """
            select p.strategy, p.starting_cash, p.cash, p.realized_pnl, p.fees, p.version,
                   h.instrument, h.quantity, h.cost, h.realized_pnl as realized, h.fees as paid, h.sequence
            from portfolios p
            left join positions h on h.broker = p.broker and h.strategy = p.strategy
            where p.broker = ?1
              and (exists (select from positions o
                           where o.broker = p.broker and o.strategy = p.strategy and o.quantity <> 0)
                   or p.version > coalesce((select max(s.version) from snapshots s
                                            where s.broker = p.broker and s.strategy = p.strategy), -1))
            order by p.strategy, h.instrument
            """;

    /// In the caller's transaction.
    Uni<List<Held>> due(Broker broker) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DUE, Object[].class)
                        .setParameter(1, broker.name())
                        .getResultList())
                .map(SnapshotBooks::held);
    }

    private static List<Held> held(List<Object[]> rows) {
        var portfolios = new LinkedHashMap<String, Object[]>();
        var positions = new LinkedHashMap<String, SortedMap<InstrumentId, Held.Holding>>();
        for (var row : rows) {
            var strategy = (String) row[0];
            portfolios.putIfAbsent(strategy, row);
            var held = positions.computeIfAbsent(strategy, _ -> new TreeMap<>());
            if (row[6] != null) {
                held.put(InstrumentId.of((String) row[6]), holding(row));
            }
        }
        var all = new ArrayList<Held>();
        portfolios.forEach((strategy, row) -> all.add(new Held(
                new StrategyId(strategy),
                new Portfolio(money(row[1]), money(row[2]), money(row[3]), money(row[4])),
                ((Number) row[5]).longValue(),
                positions.get(strategy))));
        return all;
    }

    private static Held.Holding holding(Object[] row) {
        return new Held.Holding(
                new Position(new SignedQuantity((BigDecimal) row[7]), money(row[8]), money(row[9]), money(row[10])),
                ((Number) row[11]).longValue());
    }

    private static Money money(Object amount) {
        return new Money((BigDecimal) amount);
    }
}
