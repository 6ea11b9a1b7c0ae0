package io.alphapanda.api.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ClientTest {

    private static final int BOUND = 256 * 1024;
    private static final Buffer BIG = Buffer.buffer(new byte[32 * 1024]);

    private static Vertx vertx;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
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
            while (served.client.keptBytes() < BOUND) {
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
}
