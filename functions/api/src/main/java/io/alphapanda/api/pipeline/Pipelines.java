package io.alphapanda.api.pipeline;

import io.alphapanda.api.lane.ActiveBrokers;
import io.alphapanda.api.ledger.LedgerSnapshot;
import io.alphapanda.api.page.Period;
import io.alphapanda.api.pipeline.FlowLedger.Count;
import io.alphapanda.api.pipeline.FlowLedger.Flow;
import io.alphapanda.api.pipeline.FlowLedger.Unsent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.TreeMap;

/// Tells how the pipeline flows.
@Singleton
public final class Pipelines {

    private final ActiveBrokers brokers;
    private final LedgerSnapshot snapshot;

    Pipelines(ActiveBrokers brokers, LedgerSnapshot snapshot) {
        this.brokers = brokers;
        this.snapshot = snapshot;
    }

    /// What the ledger says of all lanes.
    private record Counted(
            List<Flow> decisions,
            List<Flow> fills,
            List<Flow> bookings,
            List<Count> verdicts,
            List<Count> orders,
            List<Unsent> unsent) {}

    public Uni<Pipeline> over(Period period) {
        var ledger = new FlowLedger(brokers.names(), period);
        return snapshot.read(() -> read(ledger))
                .map(counted -> new Pipeline(
                        period.from(),
                        period.to(),
                        brokers.names().stream()
                                .map(name -> lane(name, counted))
                                .toList()));
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

    private LaneFlow lane(String broker, Counted counted) {
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
                List.of(
                        stage("risk-manager", "decisions", broker, counted.decisions(), counted.unsent()),
                        stage("trading-engine", "fills", broker, counted.fills(), counted.unsent()),
                        stage("portfolio-manager", "bookings", broker, counted.bookings(), counted.unsent())));
    }

    private static long count(List<Count> counts, String broker, String name) {
        return counts.stream()
                .filter(each -> each.broker().equals(broker) && each.name().equals(name))
                .mapToLong(Count::count)
                .sum();
    }

    private static StageFlow stage(String stage, String what, String broker, List<Flow> flows, List<Unsent> unsent) {
        var flow = flows.stream().filter(each -> each.broker().equals(broker)).findFirst();
        var waiting = unsent.stream()
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
                waiting.map(Unsent::oldest));
    }
}
