package io.alphapanda.risk;

import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.LaneSignal;
import io.alphapanda.stage.broker.Brokers;
import io.alphapanda.stage.delivery.FreshContext;
import io.alphapanda.stage.delivery.LaneEvent;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.Signals;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Decisions a second in one lane, eight at once, database and all, without the protocol around them. Not part of any
/// build; run it by its name: `-Dtest=DecisionBench`.
@QuarkusTest
@QuarkusTestResource(House.class)
class DecisionBench {

    private static final int ROUNDS = 6;
    private static final int STRATEGIES = 8;
    private static final int EACH = 50;

    @Inject
    Brokers brokers;

    @Inject
    FreshContext fresh;

    @Inject
    RiskLogic logic;

    @Test
    void decisions() {
        for (int round = 0; round < ROUNDS; round++) {
            var signals = signals(round);
            long began = System.nanoTime();
            Multi.createFrom()
                    .iterable(signals)
                    .onItem()
                    .transformToUni(this::decide)
                    .merge(STRATEGIES)
                    .collect()
                    .last()
                    .await()
                    .atMost(Duration.ofMinutes(2));
            double seconds = (System.nanoTime() - began) / 1e9;
            System.out.printf(
                    "BENCH round %d: %d decisions, %.0f a second, %.2f ms each%n",
                    round, signals.size(), signals.size() / seconds, seconds * 1_000 / signals.size());
        }
    }

    private Uni<?> decide(LaneSignal signal) {
        var event = new LaneEvent<>(
                signal.id(),
                signal.signal().id(),
                signal.signal().referenceTime(),
                brokers.account(new Broker("paper")),
                signal);
        return fresh.run(() -> Panache.withTransaction(
                () -> logic.decide(event).chain(events -> Panache.flush().replaceWith(events))));
    }

    private static List<LaneSignal> signals(int round) {
        return IntStream.range(0, STRATEGIES)
                .mapToObj(strategy -> new Signals("paper", "bench-" + round + "-" + strategy))
                .flatMap(each -> Stream.generate(() -> each.next(Side.BUY, 1)).limit(EACH))
                .toList();
    }
}
