package io.alphapanda.feed.publish;

import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.stage.trouble.TransientException;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.OptionalLong;

/// The table `publishers`: who may publish an asset class's ticks, and until when. The database's clock decides.
public final class PublisherRegister {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);
    private static final double MILLIS = 1_000.0;

    private static final String ACQUIRE = """
            insert into publishers (asset_class, epoch, holder, leased_until)
            values ($1, 1, $2, clock_timestamp() + make_interval(secs => $3))
            on conflict (asset_class) do update
            set epoch = publishers.epoch + 1, holder = excluded.holder, leased_until = excluded.leased_until
            where publishers.leased_until < clock_timestamp() or publishers.holder = excluded.holder
            returning epoch
            """;

    private static final String RENEW = """
            update publishers set leased_until = clock_timestamp() + make_interval(secs => $4)
            where asset_class = $1 and holder = $2 and epoch = $3
            """;

    private static final String RAISE = """
            update publishers set epoch = $4
            where asset_class = $1 and holder = $2 and epoch = $3
            """;

    private static final String RELEASE = """
            update publishers set leased_until = clock_timestamp() - interval '1 second'
            where asset_class = $1 and holder = $2 and epoch = $3
            """;

    private final Pool database;
    private final AssetClass assetClass;
    private final String holder;
    private final Duration length;

    /// @param holder names this process and no other
    /// @param length how long a lease lasts unrenewed
    public PublisherRegister(Pool database, AssetClass assetClass, String holder, Duration length) {
        this.database = database;
        this.assetClass = assetClass;
        this.holder = holder;
        this.length = length;
    }

    /// The new epoch; empty while somebody else holds the lease.
    public OptionalLong acquire() {
        var rows = run(ACQUIRE, Tuple.of(assetClass.label(), holder, seconds()));
        for (var row : rows) {
            return OptionalLong.of(row.getLong("epoch"));
        }
        return OptionalLong.empty();
    }

    /// False if somebody else has taken over.
    boolean renew(long epoch) {
        return run(RENEW, Tuple.of(assetClass.label(), holder, epoch, seconds()))
                        .rowCount()
                == 1;
    }

    /// False if somebody else has taken over.
    boolean raise(long epoch, long to) {
        return run(RAISE, Tuple.of(assetClass.label(), holder, epoch, to)).rowCount() == 1;
    }

    void release(long epoch) {
        run(RELEASE, Tuple.of(assetClass.label(), holder, epoch));
    }

    Duration length() {
        return length;
    }

    private double seconds() {
        return length.toMillis() / MILLIS;
    }

    private RowSet<Row> run(String sql, Tuple parameters) {
        try {
            return database.preparedQuery(sql).execute(parameters).await().atMost(ANSWER_WITHIN);
        } catch (TimeoutException e) {
            throw new TransientException("the database did not answer within " + ANSWER_WITHIN, e);
        }
    }
}
