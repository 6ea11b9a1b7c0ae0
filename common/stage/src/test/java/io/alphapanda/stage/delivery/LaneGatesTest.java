package io.alphapanda.stage.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.stage.broker.ConfigurationException;
import io.alphapanda.stage.trouble.TransientException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaneGatesTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final LaneGates gates = new LaneGates(2, LONG);
    private final List<CompletableFuture<String>> working = new ArrayList<>();

    @Test
    void laneHasOnlySoManyEventsInWork() {
        var answers = IntStream.range(0, 5).mapToObj(_ -> enter("paper")).toList();

        assertThat(working).hasSize(2);
        working.get(0).complete("first");
        assertThat(working).hasSize(3);
        assertThat(answers.get(0)).isCompletedWithValue("first");
    }

    @Test
    void fullLaneKeepsNoOtherWaiting() {
        IntStream.range(0, 5).forEach(_ -> enter("paper"));

        enter("paper-b");

        assertThat(working).hasSize(3);
    }

    @Test
    void roomComesBackWhenWorkFails() {
        var answers = IntStream.range(0, 3).mapToObj(_ -> enter("paper")).toList();

        working.get(0).completeExceptionally(new IllegalStateException("bad"));

        assertThat(answers.get(0)).isCompletedExceptionally();
        assertThat(working).hasSize(3);
    }

    @Test
    void roomComesBackWhenWorkCannotEvenBegin() {
        for (int i = 0; i < 5; i++) {
            var answer = gates.<String>enter("paper", () -> {
                        throw new AssertionError("killed");
                    })
                    .subscribeAsCompletionStage();
            assertThat(answer).isCompletedExceptionally();
        }

        enter("paper");
        assertThat(working).hasSize(1);
    }

    @Test
    void callerWhoGivesUpLeavesTheRoomToTheWorkUntilItEnds() {
        var givenUp = gates.enter("paper", this::work).subscribe().with(_ -> {});
        enter("paper");
        enter("paper");

        givenUp.cancel();
        assertThat(working).hasSize(2);

        working.get(0).complete("done all the same");
        assertThat(working).hasSize(3);
    }

    @Test
    void eventThatWaitsTooLongIsToldToComeAgain() {
        var impatient = new LaneGates(1, Duration.ofMillis(20));
        impatient.enter("paper", this::work).subscribe().with(_ -> {});

        assertThatThrownBy(() -> impatient.enter("paper", this::work).await().atMost(Duration.ofSeconds(10)))
                .isInstanceOf(TransientException.class)
                .hasMessageContaining("lane paper had no room");
        assertThat(working).hasSize(1);
    }

    @Test
    void everyOneThatWaitsTooLongIsToldSo() {
        var impatient = new LaneGates(1, Duration.ofMillis(20));
        impatient.enter("paper", this::work).subscribe().with(_ -> {});

        var waiting = IntStream.range(0, 3)
                .mapToObj(_ -> impatient.enter("paper", this::work).subscribeAsCompletionStage())
                .toList();

        assertThat(waiting).allSatisfy(each -> assertThatThrownBy(each.orTimeout(20, TimeUnit.SECONDS)::join)
                .hasCauseInstanceOf(TransientException.class));
    }

    /// The database's session lives on it.
    @Test
    void whoHasWaitedForRoomWorksOnTheContextItCameWith() {
        var vertx = Vertx.vertx();
        try {
            enter("paper");
            enter("paper");
            var context = vertx.getOrCreateContext();
            var seen = new CompletableFuture<Context>();

            context.runOnContext(_ -> {
                gates.enter("paper", () -> {
                            seen.complete(Vertx.currentContext());
                            return Uni.createFrom().voidItem();
                        })
                        .subscribe()
                        .with(_ -> {});
                CompletableFuture.runAsync(() -> working.getFirst().complete("room"));
            });

            assertThat(seen.orTimeout(20, TimeUnit.SECONDS).join()).isSameAs(context);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    @Test
    void eventsBeyondABoundedQueueAreToldToComeAgain() {
        IntStream.range(0, 502).forEach(_ -> enter("paper"));

        assertThat(enter("paper")).isCompletedExceptionally();
    }

    @ParameterizedTest
    @CsvSource({"4, 12, 2, 4", "4, 12, 3, 2", "4, 12, 5, 1", "64, 200, 2, 64", "1, 12, 1, 1"})
    void lanesShareTheConnectionsThereAre(int permits, int connections, int lanes, int fitting) {
        assertThat(LaneGates.fitting(permits, connections, lanes)).isEqualTo(fitting);
    }

    @Test
    void moreLanesThanConnectionsStopTheStart() {
        assertThatThrownBy(() -> LaneGates.fitting(4, 12, 6))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("quarkus.datasource.reactive.max-size 12 must be at least 14 for 6 lanes; "
                        + "raise it or name fewer in ACTIVE_BROKERS");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "65"})
    void concurrencyOutOfBoundsStopsTheStart(int permits) {
        assertThatThrownBy(() -> LaneGates.fitting(permits, 12, 2))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("panda.delivery.lane-concurrency " + permits + " must be between 1 and 64");
    }

    private CompletableFuture<String> enter(String lane) {
        return gates.enter(lane, this::work).subscribeAsCompletionStage();
    }

    private Uni<String> work() {
        var future = new CompletableFuture<String>();
        working.add(future);
        return Uni.createFrom().completionStage(future);
    }
}
