package io.alphapanda.stage.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.stage.trouble.OutOfTurnException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final String STAGE = "stage";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Turns turns = new Turns();
    private final List<Long> waits = new CopyOnWriteArrayList<>();
    private final List<String> decided = Collections.synchronizedList(new ArrayList<>());

    @Test
    void aChainThatComesInBackwardsIsDecidedInItsOrder() {
        var chain = IntStream.rangeClosed(1, 99).mapToObj(i -> "e" + i).toList();

        var answers = chain.reversed().stream()
                .map(each -> deliver(each, PATIENCE).subscribeAsCompletionStage())
                .toList();

        answers.forEach(CompletableFuture::join);
        assertThat(decided).containsExactlyElementsOf(chain);
    }

    @Test
    void whoFollowsAnEventAtWorkDoesNotEvenLookBeforeThatHasEnded() {
        var work = new CompletableFuture<Void>();
        turns.take(STAGE, "e1", () -> Uni.createFrom().completionStage(work).invoke(() -> decided.add("e1")))
                .subscribeAsCompletionStage();
        var attempts = new ArrayList<String>();

        var follower = turns.inTurn(STAGE, Optional.of("e1"), PATIENCE, waits::add, () -> {
                    attempts.add("e2");
                    return decide("e2", "e1");
                })
                .subscribeAsCompletionStage();

        assertThat(attempts).isEmpty();
        work.complete(null);
        follower.join();
        assertThat(attempts).containsExactly("e2");
        assertThat(waits).hasSize(1);
        assertThat(decided).containsExactly("e1", "e2");
    }

    @Test
    void whoseTurnNeverComesIsOutOfTurnWhenThePatienceEnds() {
        var answer = deliver("e2", Duration.ofMillis(200)).subscribeAsCompletionStage();

        assertThatThrownBy(answer::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(OutOfTurnException.class);
        assertThat(decided).isEmpty();
    }

    @Test
    void whoComesWhenTheTimeIsUpAndTheEventAheadIsStillAtWorkIsOutOfTurnAndNoDefect() {
        turns.take(STAGE, "e1", () -> Uni.createFrom().completionStage(new CompletableFuture<Void>()))
                .subscribeAsCompletionStage();

        assertThatThrownBy(() -> deliver("e2", Duration.ZERO)
                        .subscribeAsCompletionStage()
                        .join())
                .hasCauseInstanceOf(OutOfTurnException.class);
        assertThat(Turns.delay(0)).as("Vert.x sets no shorter timer").isEqualTo(1_000_000);
        assertThat(Turns.delay(1_000_001)).isEqualTo(1_000_001);
    }

    @Test
    void anEventAheadThatFailsLetsItsFollowerTryAndWaitForItsNextDelivery() {
        var work = new CompletableFuture<Void>();
        turns.take(STAGE, "e1", () -> Uni.createFrom().completionStage(work)).subscribeAsCompletionStage();
        var follower = deliver("e2", PATIENCE).subscribeAsCompletionStage();

        work.completeExceptionally(new IllegalStateException("the database is away"));
        assertThat(follower).isNotDone();
        deliver("e1", PATIENCE).subscribeAsCompletionStage().join();

        follower.join();
        assertThat(decided).containsExactly("e1", "e2");
    }

    /// Its time is its own: it waits for it, and no longer, and is tried once it is over.
    @Test
    void whoFollowsWorkThatNeverEndsIsOutOfTurnWhenThePatienceEnds() {
        turns.take(STAGE, "e1", () -> Uni.createFrom().<Void>emitter(_ -> {})).subscribeAsCompletionStage();
        var attempts = new ArrayList<String>();
        long began = System.nanoTime();

        var answer = turns.inTurn(STAGE, Optional.of("e1"), Duration.ofMillis(200), waits::add, () -> {
                    attempts.add("e2");
                    return decide("e2", "e1");
                })
                .subscribeAsCompletionStage()
                .orTimeout(20, TimeUnit.SECONDS);

        assertThatThrownBy(answer::join).hasCauseInstanceOf(OutOfTurnException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(199));
        assertThat(attempts).hasSize(1);
    }

    @Test
    void whoFollowsAnEventThatIsDeliveredTwiceWaitsForBothToEnd() {
        var first = new CompletableFuture<Void>();
        var second = new CompletableFuture<Void>();
        for (var work : List.of(first, second)) {
            turns.take(STAGE, "e1", () -> Uni.createFrom().completionStage(work).invoke(() -> decided.add("e1")))
                    .subscribeAsCompletionStage();
        }
        var follower = deliver("e2", PATIENCE).subscribeAsCompletionStage();

        first.complete(null);
        assertThat(decided).containsExactly("e1");
        second.complete(null);

        follower.orTimeout(20, TimeUnit.SECONDS).join();
        assertThat(decided).containsExactly("e1", "e1", "e2");
    }

    /// After 25, 50, 100 ms and so on; the last look is taken before the time is up, not behind it.
    @Test
    void looksComeFurtherApartAndNoneIsTakenBehindThePatience() {
        var attempts = new ArrayList<String>();

        var answer = turns.inTurn(STAGE, Optional.of("e1"), Duration.ofSeconds(1), waits::add, () -> {
                    attempts.add("e2");
                    return decide("e2", "e1");
                })
                .subscribeAsCompletionStage()
                .orTimeout(20, TimeUnit.SECONDS);

        assertThatThrownBy(answer::join).hasCauseInstanceOf(OutOfTurnException.class);
        assertThat(attempts).hasSizeBetween(3, 6);
        assertThat(waits).hasSize(attempts.size() - 1).allMatch(each -> each < TimeUnit.MINUTES.toNanos(1));
    }

    /// The database's session lives on it.
    @Test
    void whoHasWaitedGoesOnOnTheContextItCameWith() {
        var vertx = Vertx.vertx();
        try {
            var work = new CompletableFuture<Void>();
            turns.take(STAGE, "e1", () -> Uni.createFrom().completionStage(work))
                    .subscribeAsCompletionStage();
            var context = vertx.getOrCreateContext();
            var seen = new CompletableFuture<Context>();

            context.runOnContext(_ -> {
                turns.inTurn(STAGE, Optional.of("e1"), PATIENCE, waits::add, () -> {
                            seen.complete(Vertx.currentContext());
                            return Uni.createFrom().voidItem();
                        })
                        .subscribe()
                        .with(_ -> {});
                CompletableFuture.runAsync(() -> work.complete(null));
            });

            assertThat(seen.orTimeout(20, TimeUnit.SECONDS).join()).isSameAs(context);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    /// `e<n>` follows `e<n-1>`.
    private Uni<Void> deliver(String event, Duration patience) {
        int number = Integer.parseInt(event.substring(1));
        var follows = Optional.of("e" + (number - 1)).filter(_ -> number > 1);
        return turns.take(
                STAGE,
                event,
                () -> turns.inTurn(STAGE, follows, patience, waits::add, () -> decide(event, follows.orElse(""))));
    }

    private Uni<Void> decide(String event, String follows) {
        if (!follows.isEmpty() && !decided.contains(follows)) {
            return Uni.createFrom().failure(new OutOfTurnException(event, follows));
        }
        decided.add(event);
        return Uni.createFrom().voidItem();
    }
}
