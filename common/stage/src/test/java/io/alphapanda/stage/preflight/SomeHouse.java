package io.alphapanda.stage.preflight;

import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.broker.SomeBrokers;
import io.alphapanda.stage.session.SessionStatus;
import io.alphapanda.stage.strategy.StrategyText;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// A house in which all is well, and what can be different in it.
final class SomeHouse {

    static final Instant MONDAY = Instant.parse("2026-01-05T04:30:00Z");

    private static final String MOMENTUM = """
            {"id": "momentum", "type": "momentum", "live": %s, "brokers": %s, "assetClasses": ["equity"],
             "instruments": ["NSE:TCS", "NSE:INFY"], "size": 10}""";

    Instant now = MONDAY;
    Seen<List<BrokerAccount>> accounts =
            new Seen.Known<>(SomeBrokers.paperAndPaperB().all());
    Seen<Facts.Schema> ledger = new Seen.Known<>(new Facts.Schema(StoreChecks.SCHEMA, false));
    Seen<Facts.Redis> redis = new Seen.Known<>(new Facts.Redis("6.2.14", "noeviction"));
    Seen<Facts.Topics> topics = new Seen.Known<>(new Facts.Topics(topics("paper", "paper-b"), MONDAY));
    Seen<List<DefinedStrategy>> strategies = strategy(momentum(false, "paper"));
    Seen<Map<String, SessionStatus>> sessions = new Seen.Known<>(Map.of());

    static Set<String> topics(String... brokers) {
        var names = new HashSet<String>();
        Topics.house(
                        List.of(AssetClass.values()),
                        Stream.of(brokers).map(Broker::new).toList())
                .forEach(each -> {
                    names.add(each);
                    names.add(Topics.deadLetter(each));
                });
        return names;
    }

    static String momentum(boolean live, String... brokers) {
        return MOMENTUM.formatted(
                live, Stream.of(brokers).map(each -> '"' + each + '"').toList());
    }

    static Seen<List<DefinedStrategy>> strategy(String... definitions) {
        return new Seen.Known<>(Stream.of(definitions)
                .map(each -> DefinedStrategy.read(StrategyText.json(), "momentum", each))
                .toList());
    }

    /// Accounts `paper` and `zerodha`, the second with real money.
    SomeHouse live() {
        accounts = new Seen.Known<>(SomeBrokers.of(
                        Map.of("panda.brokers.zerodha.kind", "zerodha", "panda.brokers.zerodha.live", "true"),
                        "paper",
                        "zerodha")
                .all());
        topics = new Seen.Known<>(new Facts.Topics(topics("paper", "zerodha"), MONDAY));
        return this;
    }

    Report report() {
        return Preflight.of(new Facts(now, accounts, ledger, redis, topics, strategies, sessions));
    }

    /// What a check says, each as `level subject: words`.
    List<String> said(String check) {
        return report().findings().stream()
                .filter(each -> each.check().equals(check))
                .map(each -> each.level().label() + " " + each.subject() + ": " + each.words())
                .toList();
    }
}
