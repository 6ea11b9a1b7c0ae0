package io.alphapanda.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private final Backlog backlog = new Backlog();
    private final List<String> sent = new ArrayList<>();

    private CompletableFuture<Void> put(String signal) {
        var acknowledged = new CompletableFuture<Void>();
        backlog.inTurn(() -> {
            sent.add(signal);
            return acknowledged;
        });
        return acknowledged;
    }

    private void sweep() {
        backlog.caughtUp(backlog.mark());
    }

    @Test
    void nothingPassesUntilTheOutboxOfTheProcessBeforeHasBeenSent() {
        put("early");
        assertThat(sent).isEmpty();

        sweep();
        put("first");

        assertThat(sent).containsExactly("first");
    }

    @Test
    void oneWaitsUntilTheOneBeforeItIsAcknowledged() {
        sweep();
        var first = put("first");
        put("second");
        assertThat(sent).containsExactly("first");

        first.complete(null);

        assertThat(sent).containsExactly("first", "second");
    }

    @Test
    void whatComesBehindOneThatWasNotAcknowledgedIsLeftToTheSweep() {
        sweep();
        var first = put("first");
        put("second");

        first.completeExceptionally(new IllegalStateException("the topic is away"));
        put("third");

        assertThat(sent).containsExactly("first");
        assertThat(backlog.isWaiting()).isTrue();
        sweep();
        put("fourth");
        assertThat(sent).containsExactly("first", "fourth");
    }

    @Test
    void sendingThatCannotEvenBeginIsLeftToTheSweepToo() {
        sweep();
        backlog.inTurn(() -> {
            throw new IllegalStateException("can't be written");
        });

        assertThat(backlog.isWaiting()).isTrue();
        sweep();
        put("next");
        assertThat(sent).containsExactly("next");
    }

    @Test
    void whatIsPutThereWhileTheSweepIsAtWorkWaitsForItsNextRound() {
        long mark = backlog.mark();
        put("meanwhile");

        assertThat(backlog.caughtUp(mark)).isFalse();

        assertThat(backlog.isWaiting()).isTrue();
        sweep();
        assertThat(backlog.isWaiting()).isFalse();
    }
}
