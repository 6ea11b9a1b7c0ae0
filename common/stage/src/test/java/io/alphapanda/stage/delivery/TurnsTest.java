package io.alphapanda.stage.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.stage.trouble.OutOfTurnException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
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
