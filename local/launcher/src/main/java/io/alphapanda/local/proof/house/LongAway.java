package io.alphapanda.local.proof.house;

import io.alphapanda.local.launcher.PlayedHouse;
import io.alphapanda.local.proof.Control;
import io.alphapanda.local.proof.Experiment;
import java.time.Duration;
import java.util.Random;

/// PostgreSQL and Kafka, killed in turn, stay away for a minute.
final class LongAway implements Disturbance {

    private static final Duration AWAY = Duration.ofSeconds(60);

    /// Whether what was committed and not sent is forgotten when a store is back.
    private final boolean forgetful;

    private int strikes;

    private LongAway(boolean forgetful) {
        this.forgetful = forgetful;
    }

    static Experiment experiment() {
        return new Experiment(
                "house-away",
                "PostgreSQL and Kafka, killed in turn, away for 60 s each: signals, fills and books are those of an"
                        + " undisturbed morning",
                "absences",
                2,
                6,
                20,
                DisturbedMorning.of(75, () -> new LongAway(false)),
                new Control("the outboxes, while Kafka is away", DisturbedMorning.of(75, () -> new LongAway(true))));
    }

    @Override
    public void strike(PlayedHouse house, Random random) {
        Pause.of(random.nextInt(2_000, 6_000));
        if (strikes++ % 2 == 0) {
            house.infrastructure().takePostgresAway(AWAY);
        } else {
            away(house);
        }
    }

    /// What is to be forgotten has to be forgotten before Kafka can take it.
    private void away(PlayedHouse house) {
        if (forgetful) {
            var forgetting = Thread.ofPlatform().start(() -> {
                Pause.of(AWAY.toMillis() / 2);
                house.change("delete from outbox where sent_at is null");
                Stores.forget(house);
            });
            house.infrastructure().takeKafkaAway(AWAY);
            join(forgetting);
        } else {
            house.infrastructure().takeKafkaAway(AWAY);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
