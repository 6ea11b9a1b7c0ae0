package io.alphapanda.api.portfolio;

import io.alphapanda.api.lane.ActiveBrokers;
import io.alphapanda.api.lane.Lane;
import io.alphapanda.api.ledger.KnownStrategies;
import io.alphapanda.api.market.Marks;
import io.alphapanda.api.page.Cursor;
import io.alphapanda.api.page.Limit;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.stage.trouble.TransientException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Answers every question about portfolios.
@Singleton
public final class Portfolios {

    private static final String LIST = "portfolios";

    /// Printable ASCII; the database refuses some of the rest.
    private static final Pattern NAME = Pattern.compile("[!-~]{1,100}");

    private final ActiveBrokers brokers;
    private final PortfolioLedger ledger;
    private final PortfolioViews views;
    private final Marks marks;
    private final KnownStrategies strategies;
    private final Clock clock;

    Portfolios(
            ActiveBrokers brokers,
            PortfolioLedger ledger,
            PortfolioViews views,
            Marks marks,
            KnownStrategies strategies,
            Clock clock) {
        this.brokers = brokers;
        this.ledger = ledger;
        this.views = views;
        this.marks = marks;
        this.strategies = strategies;
        this.clock = clock;
    }

    public Uni<PortfolioPage> page(Limit limit, Optional<String> cursor) {
        var after = cursor.map(Portfolios::key).orElse(PortfolioLedger.Key.BEGIN);
        return ledger.page(brokers.names(), after, limit).map(rows -> {
            var lines = rows.stream()
                    .limit(limit.rows())
                    .map(row -> PortfolioLine.of(brokers.lane(row.books().broker()), row))
                    .toList();
            return new PortfolioPage(lines, next(lines, rows.size() > limit.rows()));
        });
    }

    private static PortfolioLedger.Key key(String cursor) {
        var parts = Cursor.read(LIST, 2, cursor);
        return new PortfolioLedger.Key(parts.getFirst(), parts.getLast());
    }

    private static Optional<String> next(List<PortfolioLine> lines, boolean more) {
        return more
                ? Optional.of(Cursor.after(
                        LIST, lines.getLast().broker(), lines.getLast().strategy()))
                : Optional.empty();
    }

    Uni<BrokerSummary> summary(Lane lane) {
        return ledger.of(lane.broker()).chain(books -> marks.of(instruments(books))
                .map(known -> new Valuation(books, known).summary(lane, clock.instant())));
    }

    /// Where there is a view it is the answer; the ledger says which instruments to ask it for.
    ///
    /// ```
    /// ledger has no such portfolio ──▶ 404
    /// every view there ──────────────▶ the views' numbers, source "view"
    /// one missing or unreadable ─────▶ the ledger's numbers, source "ledger"
    /// ```
    Uni<PortfolioDetail> detail(Lane lane, String strategy) {
        return found(lane, strategy)
                .call(found ->
                        found.isPresent() ? Uni.createFrom().voidItem() : strategies.requirePortfolio(lane, strategy))
                .chain(found ->
                        detail(lane, found.orElseThrow(() -> new TransientException("the portfolio was just opened"))));
    }

    private Uni<Optional<Books>> found(Lane lane, String strategy) {
        return NAME.matcher(strategy).matches()
                ? ledger.of(lane.broker(), strategy)
                : Uni.createFrom().item(Optional.empty());
    }

    private Uni<PortfolioDetail> detail(Lane lane, Books books) {
        return views.of(books).chain(view -> marks.of(instruments(List.of(books)))
                .map(known ->
                        PortfolioDetail.of(lane, view.isPresent() ? "view" : "ledger", view.orElse(books), known)));
    }

    private static List<InstrumentId> instruments(List<Books> books) {
        return books.stream()
                .flatMap(each -> each.holdings().stream())
                .map(Holding::instrument)
                .distinct()
                .toList();
    }
}
