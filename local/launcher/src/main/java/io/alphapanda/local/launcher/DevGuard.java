package io.alphapanda.local.launcher;

import io.alphapanda.local.kafkasource.KafkaSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Watches a room in dev mode. Its code is compiled on a request, so asking is also what loads a change. While it does
/// not answer well, because it does not compile or is being loaded, delivery to it is held: nothing is retried into a
/// dead letter.
final class DevGuard implements AutoCloseable {

    private static final Duration EVERY = Duration.ofMillis(500);

    private final String room;
    private final BooleanSupplier answersWell;
    private final List<KafkaSource> sources;
    private final Consumer<String> news;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean held;

    /// @param answersWell asks the room
    /// @param sources     what delivers to it
    /// @param news        is told when delivery is held and when it goes on
    DevGuard(String room, BooleanSupplier answersWell, List<KafkaSource> sources, Consumer<String> news) {
        this.room = room;
        this.answersWell = answersWell;
        this.sources = List.copyOf(sources);
        this.news = news;
    }

    void start() {
        Thread.ofVirtual().name("dev-guard-" + room).start(() -> {
            while (!waited()) {
                look();
            }
        });
    }

    private void look() {
        boolean well = answersWell.getAsBoolean();
        if (!well && !held) {
            held = true;
            sources.forEach(KafkaSource::hold);
            news.accept(room + " is being loaded, or its code does not compile; delivery to it is held");
        } else if (well && held) {
            held = false;
            sources.forEach(KafkaSource::release);
            news.accept(room + " answers again; delivery goes on");
        }
    }

    boolean isHolding() {
        return held;
    }

    private boolean waited() {
        try {
            return closed.await(EVERY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
