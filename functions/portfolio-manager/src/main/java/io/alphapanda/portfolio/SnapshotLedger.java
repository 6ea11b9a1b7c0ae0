package io.alphapanda.portfolio;

import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.event.PnlSnapshot;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.portfolio.Quote;
import io.alphapanda.stage.event.EventCodec;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;

/// Snapshots in the ledger.
@Singleton
final class SnapshotLedger {

    private static final String INSERT = """
            insert into snapshots (id, ping_id, broker, strategy, reality, taken_at, as_of, version, starting_cash, cash,
                realized_pnl, fees, unrealized_pnl, equity, pricing, positions, price_at, price_age, data, sequences)
            values (:id, :ping, :broker, :strategy, :reality, :takenAt, :asOf, :version, :startingCash, :cash, :realized,
                :fees, :unrealized, :equity, :pricing, :positions, :priceAt, :priceAge,
                cast(cast(:data as text) as jsonb), cast(cast(:sequences as text) as jsonb))
            """;

    private final EventCodec codec;

    SnapshotLedger(EventCodec codec) {
        this.codec = codec;
    }

    /// In the caller's transaction.
    Uni<Void> write(String pingId, Held held, PnlSnapshot snapshot) {
        var oldest = snapshot.oldestPrice();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT)
                        .setParameter("id", Ids.snapshot(pingId, snapshot.strategy(), snapshot.broker()))
                        .setParameter("ping", pingId)
                        .setParameter("broker", snapshot.broker().name())
                        .setParameter("strategy", snapshot.strategy().value())
                        .setParameter("reality", snapshot.reality().name())
                        .setParameter("takenAt", snapshot.takenAt())
                        .setParameter("asOf", snapshot.asOf())
                        .setParameter("version", snapshot.version())
                        .setParameter("startingCash", snapshot.startingCash().amount())
                        .setParameter("cash", snapshot.cash().amount())
                        .setParameter("realized", snapshot.realizedPnl().amount())
                        .setParameter("fees", snapshot.fees().amount())
                        .setParameter(
                                "unrealized",
                                snapshot.unrealizedPnl().map(Money::amount).orElse(null))
                        .setParameter(
                                "equity", snapshot.equity().map(Money::amount).orElse(null))
                        .setParameter("pricing", snapshot.pricing().name())
                        .setParameter("positions", snapshot.positions())
                        .setParameter("priceAt", oldest.map(Quote::at).orElse(null))
                        .setParameter("priceAge", oldest.map(Quote::ageSeconds).orElse(null))
                        .setParameter("data", text(snapshot))
                        .setParameter("sequences", text(sequences(held)))
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static LinkedHashMap<String, Long> sequences(Held held) {
        var sequences = new LinkedHashMap<String, Long>();
        held.positions().forEach((instrument, holding) -> sequences.put(instrument.toString(), holding.sequence()));
        return sequences;
    }

    private String text(Object value) {
        return new String(codec.encode(value), StandardCharsets.UTF_8);
    }
}
