package io.alphapanda.api.pipeline;

import io.alphapanda.api.lane.ActiveBrokers;
import io.alphapanda.api.ledger.LedgerSnapshot;
import io.alphapanda.api.ledger.SharedReading;
import io.alphapanda.api.letters.Letters;
import io.alphapanda.api.page.Period;
import io.alphapanda.api.pipeline.FlowLedger.Count;
import io.alphapanda.api.pipeline.FlowLedger.Flow;
import io.alphapanda.api.pipeline.FlowLedger.Unsent;
import io.alphapanda.api.watch.HouseViews;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.stage.delivery.FreshContext;
import io.alphapanda.stage.watch.KafkaView;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Tells how the pipeline flows.
@Singleton
public final class Pipelines {

    /// Longer than the ledger is given for its part.
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final ActiveBrokers brokers;
    private final LedgerSnapshot snapshot;
    private final HouseViews views;
    private final Letters letters;
    private final Clock clock;
    private final SharedReading<Pipeline> lastDay;

    Pipelines(
            ActiveBrokers brokers,
            LedgerSnapshot snapshot,
            HouseViews views,
            Letters letters,
            Clock clock,
            Vertx vertx) {
        this.brokers = brokers;
        this.snapshot = snapshot;
        this.views = views;
        this.letters = letters;
        this.clock = clock;
        this.lastDay = new SharedReading<>(
                new FreshContext(vertx),
                PATIENCE,
                () -> over(Period.recent(Optional.empty(), Optional.empty(), now())));
    }

    /// What the ledger says of all lanes.
    private record Counted(
            List<Flow> decisions,
            List<Flow> fills,
            List<Flow> bookings,
            List<Count> verdicts,
            List<Count> orders,
            List<Unsent> unsent) {}

    /// The day up to now. Everybody asks for it, and it counts all of a day: askers share an answer.
    public Uni<Pipeline> lastDay() {
        return lastDay.ask();
    }

    /// Over a time as it is asked for, the last day unless said otherwise.
    ///
    /// @param from ISO-8601 instant
    /// @param to   ISO-8601 instant
    /// @throws io.alphapanda.api.problem.ProblemException naming what can't be used
    public Uni<Pipeline> over(Optional<String> from, Optional<String> to) {
        return from.isEmpty() && to.isEmpty() ? lastDay() : over(Period.recent(from, to, now()));
    }

    private Uni<Pipeline> over(Period period) {
        var ledger = new FlowLedger(brokers.names(), period);
        return sight().chain(
                        sight -> snapshot.read(() -> read(ledger)).map(counted -> pipeline(period, sight, counted)));
    }

    private Uni<KafkaSight> sight() {
        return views.kafka().chain(view -> view.map(letters::open)
                .orElseGet(() -> Uni.createFrom().item(Map.of()))
                .chain(open -> views.feeds().map(feeds -> new KafkaSight(view, open, feeds))));
    }

    private Pipeline pipeline(Period period, KafkaSight sight, Counted counted) {
        var now = now();
        return new Pipeline(
                period.from(),
                period.to(),
                sight.kafka().map(KafkaView::at),
                sight.kafka()
                        .map(view ->
                                Math.max(0, Duration.between(view.at(), now).toSeconds())),
                sight.feeds().stream()
                        .map(each -> FeedFlow.of(each, now, sight.unread(each)))
                        .toList(),
                brokers.names().stream().map(name -> lane(name, counted, sight)).toList());
    }

    /// One after the other: a database session answers one question at a time.
    private static Uni<Counted> read(FlowLedger ledger) {
        return Uni.combine()
                .all()
                .unis(
                        ledger.decisions(),
                        ledger.fills(),
                        ledger.bookings(),
                        ledger.verdicts(),
                        ledger.orders(),
                        ledger.unsent())
                .usingConcurrencyOf(1)
                .with(Counted::new);
    }

    private LaneFlow lane(String broker, Counted counted, KafkaSight sight) {
        var lane = brokers.lane(broker);
        var orders = new TreeMap<String, Long>();
        counted.orders().stream()
                .filter(each -> each.broker().equals(broker))
                .forEach(each -> orders.put(each.name(), each.count()));
        return new LaneFlow(
                lane.broker(),
                lane.kind(),
                lane.reality(),
                lane.simulated(),
                count(counted.verdicts(), broker, "approved"),
                count(counted.verdicts(), broker, "denied"),
                orders,
                sight.deadLetters(new Broker(broker)),
                List.of(
                        stage("risk-manager", "decisions", broker, counted.decisions(), counted, sight),
                        stage("trading-engine", "fills", broker, counted.fills(), counted, sight),
                        stage("portfolio-manager", "bookings", broker, counted.bookings(), counted, sight)));
    }

    private static long count(List<Count> counts, String broker, String name) {
        return counts.stream()
                .filter(each -> each.broker().equals(broker) && each.name().equals(name))
                .mapToLong(Count::count)
                .sum();
    }

    private static StageFlow stage(
            String stage, String what, String broker, List<Flow> flows, Counted counted, KafkaSight sight) {
        var flow = flows.stream().filter(each -> each.broker().equals(broker)).findFirst();
        var waiting = counted.unsent().stream()
                .filter(each -> each.broker().equals(broker) && each.stage().equals(stage))
                .findFirst();
        return new StageFlow(
                stage,
                what,
                flow.map(Flow::count).orElse(0L),
                flow.map(Flow::lastAt),
                flow.map(Flow::medianMillis),
                flow.map(Flow::p95Millis),
                waiting.map(Unsent::count).orElse(0L),
                waiting.map(Unsent::oldest),
                sight.unread(stage, new Broker(broker)));
    }

    private Instant now() {
        return clock.instant();
    }
}
