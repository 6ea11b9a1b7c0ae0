package io.alphapanda.runner;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.strategy.ActiveStrategy;
import io.alphapanda.domain.strategy.Brain;
import io.alphapanda.domain.strategy.LanePolicy;
import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.broker.Brokers;
import io.alphapanda.stage.broker.BrokersConfiguration;
import io.alphapanda.stage.broker.ConfigurationException;
import io.alphapanda.stage.ledger.StrategyRow;
import io.alphapanda.stage.meter.Meters;
import io.alphapanda.stage.strategy.StrategyDocument;
import io.alphapanda.stage.strategy.StrategyTypes;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// Which strategies are in force. Files seed the ledger at the start; after that the ledger is looked at every two
/// seconds, and what has changed there is in force from the next batch of each shard, which is recorded with it.
@ApplicationScoped
public class StrategyBook {

    private static final Logger LOG = Logger.getLogger(StrategyBook.class);

    /// Under this name stands what is wrong with the definitions together.
    private static final String ALL = "all";

    /// Definitions that did not come into force.
    ///
    /// @param stamp   when they were looked at; empty if there are none
    /// @param reasons by strategy
    private record Refused(Optional<StrategyLedger.Stamp> stamp, Map<String, String> reasons) {
        static final Refused NOTHING = new Refused(Optional.empty(), Map.of());
    }

    private final Brokers brokers;
    private final Set<String> configured;
    private final StrategyFiles files;
    private final StrategyLedger ledger;
    private final StrategyFormat format;
    private final Meters meters;
    private volatile Rules rules;
    private volatile Refused refused = Refused.NOTHING;

    StrategyBook(
            Brokers brokers,
            BrokersConfiguration configuration,
            StrategyFiles files,
            StrategyLedger ledger,
            StrategyFormat format,
            Meters meters) {
        this.brokers = brokers;
        this.configured = new TreeSet<>(configuration.brokers().keySet());
        this.files = files;
        this.ledger = ledger;
        this.format = format;
        this.meters = meters;
    }

    void open(@Observes StartupEvent event) throws Throwable {
        var seeds = files.read();
        seeds.ifPresent(documents -> documents.forEach((file, document) -> check(file, document)));
        VertxContextSupport.subscribeAndAwait(() -> seeds.map(ledger::seed)
                .orElse(Uni.createFrom().voidItem())
                .chain(ledger::all)
                .invoke(rows -> rules = rules(rows)));
        LOG.infof("strategies in force: version=%d definitions=%d", rules.version(), rules.count());
        meters.show(RunnerMeters.STRATEGIES, () -> rules.count());
        meters.show(RunnerMeters.STRATEGIES_VERSION, () -> rules.version());
        meters.show(RunnerMeters.STRATEGIES_REFUSED, () -> refused.reasons().size());
    }

    /// Fails at the start what would fail later: unknown types, parameters out of bounds, brokers nobody configured.
    private void check(String where, StrategyDocument document) {
        try {
            ActiveStrategy.of(document.definition(0), StrategyTypes.ALL);
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
                && !refused.stamp().equals(Optional.of(stamp));
    }

    private Uni<Void> reload(StrategyLedger.Stamp stamp) {
        return ledger.all()
                .invoke(rows -> {
                    var faults = faults(rows);
                    try {
                        rules = rules(rows);
                        refused = Refused.NOTHING;
                        LOG.infof("strategies in force: version=%d definitions=%d", rules.version(), rules.count());
                    } catch (ConfigurationException e) {
                        refused = new Refused(
                                Optional.of(stamp), faults.isEmpty() ? Map.of(ALL, e.getMessage()) : faults);
                        LOG.errorf("definitions refused, those in force stay: reason=%s", e.getMessage());
                    }
                })
                .replaceWithVoid();
    }

    /// What is wrong with the newest definitions, by strategy; empty if they are in force.
    Map<String, String> refused() {
        return refused.reasons();
    }

    private Map<String, String> faults(List<StrategyRow> rows) {
        var faults = new TreeMap<String, String>();
        for (var row : rows) {
            try {
                strategy(row);
            } catch (IllegalArgumentException e) {
                faults.put(row.id, e.getMessage());
            }
        }
        return faults;
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
        return ActiveStrategy.of(document.definition(row.version), StrategyTypes.ALL);
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
