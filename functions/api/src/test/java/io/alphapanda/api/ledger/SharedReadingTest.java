package io.alphapanda.api.ledger;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.stage.delivery.FreshContext;
import io.alphapanda.stage.testing.Await;
import io.alphapanda.stage.trouble.TransientException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SharedReadingTest {

    private static Vertx vertx;

    /// Those that have begun, ended by the test.
    private final List<CompletableFuture<String>> readings = new CopyOnWriteArrayList<>();

    private final SharedReading<String> shared = shared(Duration.ofSeconds(30));

    private SharedReading<String> shared(Duration patience) {
        return new SharedReading<>(new FreshContext(vertx), patience, () -> {
            var reading = new CompletableFuture<String>();
            readings.add(reading);
            return Uni.createFrom().completionStage(reading);
        });
    }

    @BeforeAll
    static void open() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void thoseWhoAskMeanwhileAreAnsweredTogetherByTheNext() {
        var first = ask();
        begun(1);
        var second = ask();
        var third = ask();
        assertThat(readings).hasSize(1);

        readings.getFirst().complete("one");
        begun(2);

        assertThat(answer(first)).isEqualTo("one");
        assertThat(second).isNotDone();
        readings.getLast().complete("two");
        assertThat(answer(second)).isEqualTo("two");
        assertThat(answer(third)).isEqualTo("two");
        assertThat(readings).hasSize(2);
    }

    @Test
    void nothingIsReadThatNobodyAskedFor() {
        var first = ask();
        begun(1);
        readings.getFirst().complete("one");
        assertThat(answer(first)).isEqualTo("one");

        var later = ask();
        begun(2);
        readings.getLast().complete("two");

        assertThat(answer(later)).isEqualTo("two");
        assertThat(readings).hasSize(2);
    }

    @Test
    void aFailureIsToldToThoseWhoWaitedForItAlone() {
        var first = ask();
        begun(1);
        var second = ask();

        readings.getFirst().completeExceptionally(new IllegalStateException("away"));
        begun(2);
        readings.getLast().complete("back");

        assertThatThrownBy(() -> answer(first)).hasRootCauseMessage("away");
        assertThat(answer(second)).isEqualTo("back");
    }

    @Test
    void aReadingThatNeverEndsIsGivenUpAndStandsInNobodysWay() {
        var impatient = shared(Duration.ofSeconds(1));
        var first = impatient.ask().subscribeAsCompletionStage();
        begun(1);
        var second = impatient.ask().subscribeAsCompletionStage();
        begun(2);
        readings.getLast().complete("two");

        assertThatThrownBy(() -> answer(first)).hasRootCauseInstanceOf(TransientException.class);
        assertThat(answer(second)).isEqualTo("two");
    }

    @Test
    void whoGoesAwayTakesNobodysAnswer() {
        var gone = shared.ask().subscribe().with(_ -> {});
        begun(1);
        var second = ask();
        gone.cancel();

        readings.getFirst().complete("one");
        begun(2);
        readings.getLast().complete("two");

        assertThat(answer(second)).isEqualTo("two");
    }

    private CompletableFuture<String> ask() {
        return shared.ask().subscribeAsCompletionStage();
    }

    private void begun(int count) {
        Await.until(count + " readings have begun", () -> readings.size() == count);
    }

    private static String answer(CompletableFuture<String> asked) {
        return asked.orTimeout(20, SECONDS).join();
    }
}
