package io.alphapanda.api.instruments;

import io.alphapanda.api.lane.ActiveBrokers;
import io.alphapanda.api.ledger.LedgerSnapshot;
import io.alphapanda.api.market.Mark;
import io.alphapanda.api.market.Marks;
import io.alphapanda.api.page.Cursor;
import io.alphapanda.api.page.Limit;
import io.alphapanda.api.page.Slice;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.instrument.Venues;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Answers questions about instruments: those that were ever traded, and those a strategy names.
@Singleton
final class Instruments {

    private static final String LIST = "instruments";

    /// Each row: instrument (a strategy may name what can't be one), active accounts and strategies, each as one text
    /// separated by commas.
    private static final String KNOWN = """
            select instrument, coalesce(string_agg(distinct broker, ',' order by broker), ''),
                string_agg(distinct strategy, ',' order by strategy)
            from (select instrument, broker, strategy from positions where broker in (:brokers)
                  union
                  select jsonb_array_elements_text(definition -> 'instruments'), null, id from strategies
                  where jsonb_typeof(definition -> 'instruments') = 'array') known
            where instrument collate "C" > :after and instrument ~ '^[A-Z0-9]{1,12}:[A-Za-z0-9._&-]{1,32}$' group by instrument order by instrument collate "C" limit :rows""";

    private final ActiveBrokers brokers;
    private final LedgerSnapshot snapshot;
    private final Marks marks;
    private final Clock clock;

    Instruments(ActiveBrokers brokers, LedgerSnapshot snapshot, Marks marks, Clock clock) {
        this.brokers = brokers;
        this.snapshot = snapshot;
        this.marks = marks;
        this.clock = clock;
    }

    /// @param brokers    that ever traded it
    /// @param strategies that name it, or ever traded it
    private record Known(InstrumentId instrument, List<String> brokers, List<String> strategies) {}

    Uni<InstrumentPage> page(Limit limit, Optional<String> cursor) {
        var after = cursor.map(text -> Cursor.read(LIST, 1, text).getFirst()).orElse("");
        return snapshot.read(() -> known(after, limit.rows() + 1))
                .map(rows -> Slice.of(
                        rows, limit, row -> Cursor.after(LIST, row.instrument().toString())))
                .chain(page -> marks.of(
                                page.rows().stream().map(Known::instrument).toList())
                        .map(prices -> page.map(row -> line(row, prices))))
                .map(page -> new InstrumentPage(page.rows(), page.nextCursor()));
    }

    private Uni<List<Known>> known(String after, int rows) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KNOWN, Object[].class)
                        .setParameter("brokers", brokers.names())
                        .setParameter("after", after)
                        .setParameter("rows", rows)
                        .getResultList())
                .map(found -> found.stream().map(Instruments::known).toList());
    }

    private static Known known(Object[] row) {
        return new Known(InstrumentId.of((String) row[0]), names((String) row[1]), names((String) row[2]));
    }

    private static List<String> names(String separated) {
        return Arrays.stream(separated.split(","))
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private InstrumentLine line(Known known, Map<InstrumentId, Mark> prices) {
        var mark = Optional.ofNullable(prices.get(known.instrument));
        var venue = Venues.find(known.instrument);
        return new InstrumentLine(
                known.instrument.toString(),
                known.instrument.venue(),
                venue.map(each -> each.assetClass().label()),
                Venues.currency(known.instrument),
                mark.map(Mark::price),
                mark.map(Mark::time),
                mark.map(each -> Math.max(
                        0, Duration.between(each.time(), clock.instant()).toSeconds())),
                known.brokers,
                known.strategies);
    }
}
