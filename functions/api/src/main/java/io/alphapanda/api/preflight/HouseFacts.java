package io.alphapanda.api.preflight;

import io.alphapanda.api.ledger.LedgerSnapshot;
import io.alphapanda.api.redis.RedisInfo;
import io.alphapanda.api.watch.HouseViews;
import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.broker.Brokers;
import io.alphapanda.stage.ledger.StrategyRow;
import io.alphapanda.stage.preflight.DefinedStrategy;
import io.alphapanda.stage.preflight.Facts;
import io.alphapanda.stage.preflight.Seen;
import io.alphapanda.stage.session.BrokerSessions;
import io.alphapanda.stage.session.SessionStatus;
import io.alphapanda.stage.strategy.StrategyText;
import io.alphapanda.stage.trouble.Trouble;
import io.alphapanda.stage.watch.KafkaView;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// Gathers what can be seen from here. A store that is away is a fact, not a failure.
@Singleton
final class HouseFacts {

    /// Older than this, what a watcher saw of Kafka says nothing of now.
    private static final Duration TOO_OLD = Duration.ofMinutes(1);

    private static final StrategyText TEXT = StrategyText.json();

    private final Brokers brokers;
    private final LedgerSnapshot ledger;
    private final BrokerSessions sessions;
    private final RedisInfo redis;
    private final HouseViews views;
    private final Clock clock;

    HouseFacts(
            Brokers brokers,
            LedgerSnapshot ledger,
            BrokerSessions sessions,
            RedisInfo redis,
            HouseViews views,
            Clock clock) {
        this.brokers = brokers;
        this.ledger = ledger;
        this.sessions = sessions;
        this.redis = redis;
        this.views = views;
        this.clock = clock;
    }

    Uni<Facts> gather() {
        var now = clock.instant();
        return Uni.combine()
                .all()
                .unis(seen("the database", () -> ledger.read(this::books)), seen("Redis", this::redis), topics(now))
                .with((books, seenRedis, topics) -> new Facts(
                        now,
                        new Seen.Known<>(brokers.all()),
                        part(books, Books::schema),
                        seenRedis,
                        topics,
                        part(books, Books::strategies),
                        part(books, Books::logins)));
    }

    /// What the ledger says of itself, at one moment.
    private record Books(Facts.Schema schema, List<DefinedStrategy> strategies, Map<String, SessionStatus> logins) {}

    /// One after the other: a database session answers one question at a time.
    private Uni<Books> books() {
        return Uni.combine()
                .all()
                .unis(schema(), strategies(), logins())
                .usingConcurrencyOf(1)
                .with(Books::new);
    }

    private static <T> Seen<T> part(Seen<Books> books, Function<Books, T> part) {
        return switch (books) {
            case Seen.Known(var known) -> new Seen.Known<>(part.apply(known));
            case Seen.Missing(var why) -> new Seen.Missing<>(why);
            case Seen.Unseen(var why) -> new Seen.Unseen<>(why);
        };
    }

    /// A defect stays one: it is not told as a store that is away.
    private static <T> Uni<Seen<T>> seen(String what, Supplier<Uni<T>> look) {
        return Uni.createFrom()
                .deferred(look::get)
                .map(value -> (Seen<T>) new Seen.Known<>(value))
                .onFailure(failure -> Trouble.of(failure) == Trouble.TRANSIENT)
                .recoverWithItem(failure -> new Seen.Missing<>(what + " does not answer"));
    }

    private static Uni<Facts.Schema> schema() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select coalesce(max(cast(version as int)) filter (where success), 0),"
                                        + " coalesce(bool_or(not success), false)"
                                        + " from flyway_schema_history where version is not null",
                                Object[].class)
                        .getSingleResult())
                .map(row -> new Facts.Schema(((Number) row[0]).intValue(), (Boolean) row[1]));
    }

    private static Uni<List<DefinedStrategy>> strategies() {
        return StrategyRow.<StrategyRow>find("order by id").list().map(rows -> rows.stream()
                .map(row -> DefinedStrategy.read(TEXT, row.id, row.definition))
                .toList());
    }

    private Uni<Map<String, SessionStatus>> logins() {
        return Multi.createFrom()
                .iterable(brokers.all().stream().filter(BrokerAccount::logsIn).toList())
                .onItem()
                .transformToUniAndConcatenate(each -> Panache.getSession()
                        .chain(session -> sessions.status(session, each.broker()))
                        .map(status -> Map.entry(each.broker().name(), status)))
                .collect()
                .in(HashMap::new, (all, each) -> all.put(each.getKey(), each.getValue()));
    }

    private Uni<Facts.Redis> redis() {
        return redis.read().map(info -> new Facts.Redis(info.text("redis_version"), info.text("maxmemory_policy")));
    }

    private Uni<Seen<Facts.Topics>> topics(Instant now) {
        return views.kafka()
                .map(view -> topics(view, now))
                .onFailure()
                .recoverWithItem(
                        new Seen.Unseen<>("Redis does not answer, which is where Kafka's watcher says what it saw"));
    }

    private static Seen<Facts.Topics> topics(Optional<KafkaView> view, Instant now) {
        return view.filter(each -> each.at().isAfter(now.minus(TOO_OLD)))
                .map(each ->
                        (Seen<Facts.Topics>) new Seen.Known<>(new Facts.Topics(Set.copyOf(each.topics()), each.at())))
                .orElseGet(() -> new Seen.Unseen<>(view.map(each -> "last seen by a market-feed at " + each.at())
                        .orElse("never seen: no market-feed has looked at it yet")));
    }
}
