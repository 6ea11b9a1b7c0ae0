package io.alphapanda.local.manifests;

import io.alphapanda.domain.event.ConsumerGroups;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.signal.Broker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// A small house without a fault, made of the pieces in `good/`: one brain, an arm for `paper`, and one for the live
/// `zerodha`. There also where nothing can be rendered.
public final class GoodHouse {

    private static final List<String> BROKERS = List.of("paper", "zerodha");

    private GoodHouse() {}

    public static List<Document> documents() {
        var documents = new ArrayList<>(piece("house", Map.of()));
        for (var room : List.of("api", "market-feed")) {
            documents.addAll(piece("deployment", Map.of("ROOM", room)));
        }
        documents.addAll(piece("job", Map.of("ROOM", "bootstrap")));
        var ticks = Topics.ticks(AssetClass.EQUITY);
        documents.addAll(topic(ticks));
        documents.addAll(service("strategy-runner", "strategy-runner", "paper,zerodha", "paper"));
        documents.addAll(source("ticks", ticks, ConsumerGroups.strategyRunner(AssetClass.EQUITY), "strategy-runner"));
        BROKERS.forEach(broker -> documents.addAll(arm(new Broker(broker))));
        return List.copyOf(documents);
    }

    private static List<Document> arm(Broker broker) {
        var documents = new ArrayList<>(piece("account", Map.of("LANE", broker.name())));
        Topics.lane(broker).forEach(each -> documents.addAll(topic(each)));
        var groups = new TreeMap<String, String>();
        groups.put("risk-manager", ConsumerGroups.riskManager(broker));
        groups.put("trading-engine", ConsumerGroups.tradingEngine(broker));
        groups.put("portfolio-manager", ConsumerGroups.portfolioManager(broker));
        var topics = Map.of(
                "risk-manager", Topics.signalsRaw(broker),
                "trading-engine", Topics.signalsValidated(broker),
                "portfolio-manager", Topics.ordersFilled(broker));
        groups.forEach((room, group) -> {
            var name = room + "-" + broker;
            documents.addAll(service(name, room, broker.name(), broker.name()));
            documents.addAll(source(name, topics.get(room), group, name));
        });
        return documents;
    }

    private static List<Document> topic(String topic) {
        return piece("topic", Map.of("TOPIC", topic));
    }

    private static List<Document> service(String name, String room, String lanes, String lane) {
        var reach = room.equals("trading-engine") && lane.equals("zerodha") ? "internet" : "cluster";
        return piece(
                "service",
                Map.of("NAME", name, "ROOM", room, "LANES", lanes, "LANE", lane, "REACH", reach, "MIN", min(lane)));
    }

    private static List<Document> source(String name, String topic, String group, String sink) {
        var law = TopicLaw.of(topic).orElseThrow();
        return piece(
                "source",
                Map.of(
                        "NAME",
                        name,
                        "TOPIC",
                        topic,
                        "GROUP",
                        group,
                        "SINK",
                        sink,
                        "LANE",
                        law.lane(),
                        "MIN",
                        min(law.lane()),
                        "ORDERING",
                        law.ordered() ? "ordered" : "unordered"));
    }

    private static String min(String lane) {
        return lane.equals("zerodha") ? "1" : "0";
    }

    private static List<Document> piece(String name, Map<String, String> words) {
        try (var stream = GoodHouse.class.getResourceAsStream("/good/" + name + ".yaml")) {
            var text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            for (var word : new TreeMap<>(words).descendingMap().entrySet()) {
                text = text.replaceAll("\\b" + word.getKey() + "\\b", word.getValue());
            }
            return Documents.parse("good", text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
