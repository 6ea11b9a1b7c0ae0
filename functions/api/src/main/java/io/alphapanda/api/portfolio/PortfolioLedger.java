package io.alphapanda.api.portfolio;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.alphapanda.api.ledger.LedgerSnapshot;
import io.alphapanda.api.page.Limit;
import io.alphapanda.api.problem.ProblemException;
import io.alphapanda.api.problem.ProblemType;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.SignedQuantity;
import io.alphapanda.domain.portfolio.Portfolio;
import io.alphapanda.domain.portfolio.Position;
import io.alphapanda.stage.ledger.PortfolioRow;
import io.alphapanda.stage.ledger.PositionRow;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Portfolios as the ledger has them.
@Singleton
public final class PortfolioLedger {

    /// No answer reads more rows of either table.
    private static final int MOST_ROWS = 20_000;

    private final LedgerSnapshot snapshot;

    PortfolioLedger(LedgerSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /// A row of the list.
    ///
    /// @param changedAt when the last fill was booked
    record Listed(Books books, Instant changedAt) {}

    /// Where a page begins: behind this portfolio.
    record Key(String broker, String strategy) {

        /// Before all names, none of which is empty.
        static final Key BEGIN = new Key("", "");
    }

    /// The portfolios behind `after`, by broker and strategy; one more than asked tells that there is a next page.
    Uni<List<Listed>> page(List<String> brokers, Key after, Limit limit) {
        return snapshot.read(() -> PortfolioRow.<PortfolioRow>find(
                        "broker in ?1 and (broker > ?2 or (broker = ?2 and strategy > ?3)) order by broker, strategy",
                        brokers,
                        after.broker(),
                        after.strategy())
                .range(0, limit.rows())
                .list()
                .chain(rows -> positions(rows).map(held -> rows.stream()
                        .map(row -> new Listed(books(row, held), row.changedAt))
                        .toList())));
    }

    /// Everything one broker's strategies have.
    Uni<List<Books>> of(String broker) {
        return snapshot.read(() -> PortfolioRow.<PortfolioRow>find("broker = ?1 order by strategy", broker)
                .range(0, MOST_ROWS)
                .list()
                .map(PortfolioLedger::bounded)
                .chain(rows -> positions(rows)
                        .map(held -> rows.stream().map(row -> books(row, held)).toList())));
    }

    /// One strategy's books; empty if it has none at this broker.
    Uni<Optional<Books>> of(String broker, String strategy) {
        return snapshot.read(() -> PortfolioRow.<PortfolioRow>find("broker = ?1 and strategy = ?2", broker, strategy)
                .list()
                .chain(rows -> positions(rows)
                        .map(held -> rows.stream().map(row -> books(row, held)).findFirst())));
    }

    private static Uni<Map<Key, List<PositionRow>>> positions(Collection<PortfolioRow> portfolios) {
        if (portfolios.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        var brokers = portfolios.stream().map(row -> row.broker).collect(toSet());
        var strategies = portfolios.stream().map(row -> row.strategy).collect(toSet());
        return PositionRow.<PositionRow>find("broker in ?1 and strategy in ?2 order by instrument", brokers, strategies)
                .range(0, MOST_ROWS)
                .list()
                .map(PortfolioLedger::bounded)
                .map(rows -> rows.stream().collect(groupingBy(row -> new Key(row.broker, row.strategy))));
    }

    private static <T> List<T> bounded(List<T> rows) {
        if (rows.size() > MOST_ROWS) {
            throw ProblemException.of(
                    ProblemType.TOO_LARGE,
                    "the answer would be made of more than " + MOST_ROWS + " rows; ask for less at once");
        }
        return rows;
    }

    private static Books books(PortfolioRow row, Map<Key, List<PositionRow>> held) {
        var positions = held.getOrDefault(new Key(row.broker, row.strategy), List.of());
        return new Books(
                row.broker,
                row.strategy,
                new Portfolio(
                        new Money(row.startingCash),
                        new Money(row.cash),
                        new Money(row.realizedPnl),
                        new Money(row.fees)),
                row.version,
                positions.stream().map(PortfolioLedger::holding).toList());
    }

    private static Holding holding(PositionRow row) {
        return new Holding(
                InstrumentId.of(row.instrument),
                new Position(
                        new SignedQuantity(row.quantity),
                        new Money(row.cost),
                        new Money(row.realizedPnl),
                        new Money(row.fees)));
    }
}
