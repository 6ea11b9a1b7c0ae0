package io.alphapanda.api.instrument;

import io.alphapanda.api.lane.ActiveBrokers;
import io.alphapanda.api.ledger.LedgerSnapshot;
import io.alphapanda.domain.instrument.InstrumentId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Who trades what: instruments that were ever traded, and those a strategy names.
@Singleton
final class Traders {

    /// Each row: instrument (a strategy may name what can't be one), active accounts and strategies, each as one text
    /// separated by commas.
    private static final String KNOWN = """
            select instrument, coalesce(string_agg(distinct broker, ',' order by broker), ''),
                string_agg(distinct strategy, ',' order by strategy)
            from (select instrument, broker, strategy from positions where broker in (:brokers)
                  union
                  select jsonb_array_elements_text(definition -> 'instruments'), null, id from strategies
                  where jsonb_typeof(definition -> 'instruments') = 'array') known
            where instrument ~ '^[A-Z0-9]{1,12}:[A-Za-z0-9._&-]{1,32}$'
            group by instrument order by instrument collate "C" limit :rows""";

    private final ActiveBrokers brokers;
    private final LedgerSnapshot snapshot;

    Traders(ActiveBrokers brokers, LedgerSnapshot snapshot) {
        this.brokers = brokers;
        this.snapshot = snapshot;
    }

    /// Of one instrument.
    ///
    /// @param brokers    the active accounts that ever traded it
    /// @param strategies those that name it, or ever traded it
    record Of(List<String> brokers, List<String> strategies) {

        static final Of NOBODY = new Of(List.of(), List.of());
    }

    /// @param most instruments
    Uni<Map<InstrumentId, Of>> all(int most) {
        return snapshot.read(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(KNOWN, Object[].class)
                        .setParameter("brokers", brokers.names())
                        .setParameter("rows", most)
                        .getResultList())
                .map(rows ->
                        rows.stream().map(Traders::known).collect(Collectors.toMap(Known::instrument, Known::of))));
    }

    private record Known(InstrumentId instrument, Of of) {}

    private static Known known(Object[] row) {
        return new Known(InstrumentId.of((String) row[0]), new Of(names((String) row[1]), names((String) row[2])));
    }

    private static List<String> names(String separated) {
        return Arrays.stream(separated.split(","))
                .filter(each -> !each.isEmpty())
                .toList();
    }
}
