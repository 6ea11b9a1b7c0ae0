package io.alphapanda.api.letters;

import io.alphapanda.api.lane.ActiveBrokers;
import io.alphapanda.api.ledger.LedgerSnapshot;
import io.alphapanda.api.watch.HouseViews;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.stage.watch.KafkaView;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Counts dead letters: those Kafka's watcher saw, without those the ledger says were replayed.
@Singleton
public final class Letters {

    /// Marks of letters that lie there no more are not counted.
    private static final String REPLAYED =
            "select count(*) from replays where topic = :topic and record_offset >= :begin and record_offset < :end";

    private final ActiveBrokers brokers;
    private final HouseViews views;
    private final LedgerSnapshot snapshot;
    private final Clock clock;

    Letters(ActiveBrokers brokers, HouseViews views, LedgerSnapshot snapshot, Clock clock) {
        this.brokers = brokers;
        this.views = views;
        this.snapshot = snapshot;
        this.clock = clock;
    }

    /// @param broker only its lane's; empty for every active one's, and the shared topics'
    /// @throws io.alphapanda.api.problem.ProblemException if it is not active here
    Uni<LetterPage> page(Optional<String> broker) {
        var of = topics(broker.map(name -> brokers.lane(name).broker()));
        return views.kafka().chain(view -> view.map(each -> page(each, of)).orElseGet(() -> Uni.createFrom()
                .item(new LetterPage(Optional.empty(), Optional.empty(), 0, 0, List.of()))));
    }

    /// Everything there is to count of a view, one topic after the other.
    private Uni<LetterPage> page(KafkaView view, Map<String, Optional<String>> of) {
        return lines(view, of)
                .map(lines -> new LetterPage(
                        Optional.of(view.at()),
                        Optional.of(Math.max(
                                0, Duration.between(view.at(), clock.instant()).toSeconds())),
                        lines.stream().mapToLong(LetterLine::letters).sum(),
                        lines.stream().mapToLong(LetterLine::open).sum(),
                        lines));
    }

    private Uni<List<LetterLine>> lines(KafkaView view, Map<String, Optional<String>> of) {
        var shown = view.deadLetters().stream()
                .filter(each -> of.containsKey(each.topic()))
                .toList();
        var filled = shown.stream().filter(each -> each.count() > 0).toList();
        return snapshot.read(() -> replayed(filled)).map(replayed -> shown.stream()
                .map(each -> line(each, of.get(each.topic()), replayed.getOrDefault(each.topic(), 0L)))
                .sorted(Comparator.comparing(LetterLine::open).reversed().thenComparing(LetterLine::topic))
                .toList());
    }

    /// The letters of every account, for whoever watches the house: open ones by topic.
    public Uni<Map<String, Long>> open(KafkaView view) {
        return lines(view, topics(Optional.empty())).map(lines -> {
            var open = new LinkedHashMap<String, Long>();
            lines.forEach(each -> open.put(each.topic(), each.open()));
            return open;
        });
    }

    private static LetterLine line(KafkaView.Letters letters, Optional<String> broker, long replayed) {
        return new LetterLine(
                letters.topic(),
                Topics.origin(letters.topic()),
                broker,
                letters.count(),
                replayed,
                Math.max(0, letters.count() - replayed),
                letters.newestAt());
    }

    private static Uni<Map<String, Long>> replayed(List<KafkaView.Letters> filled) {
        Uni<Map<String, Long>> counts = Uni.createFrom().item(new LinkedHashMap<>());
        for (var each : filled) {
            counts = counts.chain(all -> Panache.getSession()
                    .chain(session -> session.createNativeQuery(REPLAYED, Long.class)
                            .setParameter("topic", each.topic())
                            .setParameter("begin", each.begin())
                            .setParameter("end", each.end())
                            .getSingleResult())
                    .map(count -> {
                        all.put(each.topic(), count);
                        return all;
                    }));
        }
        return counts;
    }

    /// Dead-letter topics and whose lane each is.
    private Map<String, Optional<String>> topics(Optional<String> broker) {
        var topics = new LinkedHashMap<String, Optional<String>>();
        broker.map(List::of).orElseGet(brokers::names).forEach(name -> Topics.lane(new Broker(name))
                .forEach(topic -> topics.put(Topics.deadLetter(topic), Optional.of(name))));
        if (broker.isEmpty()) {
            Topics.house(List.of(AssetClass.values()), List.of())
                    .forEach(topic -> topics.put(Topics.deadLetter(topic), Optional.empty()));
        }
        return topics;
    }
}
