package io.alphapanda.api.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ClientTest {

    private static final int BOUND = 256 * 1024;
    private static final Buffer BIG = Buffer.buffer(new byte[32 * 1024]);

    private static Vertx vertx;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    }

    @AfterAll
    static void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aClientThatDoesNotReadIsCutOffAndNothingIsKeptForItAnyMore() throws IOException {
        try (var served = ServedClient.connect(vertx, BOUND)) {
            int sent = 0;
            // What the operating system takes for it is some megabytes.
            while (!served.client.isGone() && sent < 10_000) {
                served.client.send(BIG);
                sent++;
            }

            assertThat(served.dropped).isTrue();
            assertThat(served.client.keptBytes()).isZero();
            served.awaitCut();
        }
    }

    @Test
    void aClientThatReadsAgainInTimeIsToldEverything() throws IOException {
        try (var served = ServedClient.connect(vertx, 64L * 1024 * 1024)) {
            // More than an operating system takes for it.
            for (int sent = 0; sent < 1_400; sent++) {
                served.client.send(BIG);
            }
            served.client.send(Buffer.buffer("the end"));
            var readAll = new CompletableFuture<Boolean>();
            served.client.whenRead(() -> readAll.complete(true));
            assertThat(readAll).isNotDone();

            served.await("the end");

            assertThat(readAll.join()).isTrue();
            assertThat(served.dropped).isFalse();
            assertThat(served.client.keptBytes()).isZero();
        }
    }

    /// On a machine that is busy with other things, more is sent than the connection gets turns to write.
    @Test
    void aClientWhoseConnectionGetsNoTurnIsCutOffAtTheSameBound() throws IOException {
        var turn = new CountDownLatch(1);
        try (var served = ServedClient.connect(vertx, BOUND)) {
            vertx.runOnContext(_ -> awaitTurn(turn));
            int sent = 0;
            while (!served.client.isGone() && sent < 1_000) {
                served.client.send(BIG);
                sent++;
            }

            assertThat(sent * BIG.length()).isLessThanOrEqualTo(BOUND + 4 * BIG.length());
            assertThat(served.dropped).isTrue();
            turn.countDown();
            served.awaitCut();
        } finally {
            turn.countDown();
        }
    }

    private static void awaitTurn(CountDownLatch turn) {
        try {
            turn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
