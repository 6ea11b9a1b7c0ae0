package io.alphapanda.runner;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.strategy.ActiveStrategy;
import io.alphapanda.domain.strategy.Brain;
import io.alphapanda.domain.strategy.LanePolicy;
import io.alphapanda.domain.strategy.StrategyType;
import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.broker.Brokers;
import io.alphapanda.stage.broker.BrokersConfiguration;
import io.alphapanda.stage.broker.ConfigurationException;
import io.alphapanda.stage.ledger.StrategyRow;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// Which strategies are in force. Files seed the ledger at the start; after that the ledger is looked at every two
/// seconds, and what has changed there is in force from the next batch of each shard, which is recorded with it.
@ApplicationScoped
public class StrategyBook {

    private static final Logger LOG = Logger.getLogger(StrategyBook.class);

    private final Brokers brokers;
    private final Set<String> configured;
    private final StrategyFiles files;
    private final StrategyLedger ledger;
    private final StrategyFormat format;
    private final List<StrategyType> types;
    private volatile Rules rules;
    private volatile Optional<StrategyLedger.Stamp> refused = Optional.empty();

    StrategyBook(
            Brokers brokers,
            BrokersConfiguration configuration,
            StrategyFiles files,
            StrategyLedger ledger,
            StrategyFormat format) {
        this.brokers = brokers;
        this.configured = new TreeSet<>(configuration.brokers().keySet());
        this.files = files;
        this.ledger = ledger;
        this.format = format;
        this.types = ServiceLoader.load(StrategyType.class, StrategyType.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    void open(@Observes StartupEvent event) throws Throwable {
        var seeds = files.read();
        seeds.ifPresent(documents -> documents.forEach((file, document) -> check(file, document)));
        VertxContextSupport.subscribeAndAwait(() -> seeds.map(ledger::seed)
                .orElse(Uni.createFrom().voidItem())
                .chain(ledger::all)
                .invoke(rows -> rules = rules(rows)));
        LOG.infof("strategies in force: version=%d definitions=%d", rules.version(), rules.count());
    }

    /// Fails at the start what would fail later: unknown types, parameters out of bounds, brokers nobody configured.
    private void check(String where, StrategyDocument document) {
        try {
            ActiveStrategy.of(document.definition(0), types);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(where + ": " + e.getMessage());
        }
        for (var broker : document.brokers()) {
            if (!configured.contains(broker.name())) {
                throw new ConfigurationException(
                        where + ": brokers: '" + broker + "' is not configured; configured are " + configured
                                + ", add panda.brokers." + broker + ".kind or correct the name");
            }
        }
    }

    Rules inForce() {
        return rules;
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        return ledger.stamp()
                .chain(stamp -> stamp.filter(this::isNews)
                        .map(this::reload)
                        .orElse(Uni.createFrom().voidItem()))
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "definitions can't be looked at, those in force stay: reason=%s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private boolean isNews(StrategyLedger.Stamp stamp) {
        var now = rules;
        return now != null
                && (stamp.version() != now.version() || stamp.count() != now.count())
                && !refused.equals(Optional.of(stamp));
    }

    private Uni<Void> reload(StrategyLedger.Stamp stamp) {
        return ledger.all()
                .invoke(rows -> {
                    try {
                        rules = rules(rows);
                        LOG.infof("strategies in force: version=%d definitions=%d", rules.version(), rules.count());
                    } catch (ConfigurationException e) {
                        refused = Optional.of(stamp);
                        LOG.errorf("definitions refused, those in force stay: reason=%s", e.getMessage());
                    }
                })
                .replaceWithVoid();
    }

    /// What is wrong with the newest definitions, if they were refused.
    boolean hasRefused() {
        return refused.isPresent();
    }

    private Rules rules(List<StrategyRow> rows) {
        try {
            var strategies = rows.stream().map(this::strategy).toList();
            long version = rows.stream().mapToLong(row -> row.version).max().orElse(-1);
            return new Rules(version, rows.size(), new Brain(strategies, lanes()));
        } catch (ConfigurationException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(e.getMessage());
        }
    }

    private ActiveStrategy strategy(StrategyRow row) {
        var where = "strategy " + row.id + " in the ledger";
        var document = format.fromJson(where, row.definition);
        check(where, document);
        return ActiveStrategy.of(document.definition(row.version), types);
    }

    private LanePolicy lanes() {
        var active = brokers.all().stream().map(BrokerAccount::broker).collect(Collectors.toSet());
        var realMoney = brokers.all().stream()
                .filter(BrokerAccount::isLive)
                .map(BrokerAccount::broker)
                .collect(Collectors.<Broker>toSet());
        return LanePolicy.of(active, realMoney);
    }
}
