package io.alphapanda.local.proof.house;

import io.alphapanda.local.launcher.PlayedHouse;
import io.alphapanda.local.proof.Control;
import io.alphapanda.local.proof.Experiment;
import java.time.Duration;
import java.util.Random;

/// Kafka is away for a while, PostgreSQL and Redis are killed, and every view in Redis is lost and projected again.
final class StoresAway implements Disturbance {

    private static final int LONGEST_MILLIS = 8_000;

    /// Whether what was committed and not sent is forgotten while a store is away.
    private final boolean forgetful;

    private int rebuilt;

    private StoresAway(boolean forgetful) {
        this.forgetful = forgetful;
    }

    static Experiment experiment() {
        return new Experiment(
                "house-stores",
                "Kafka away for seconds, PostgreSQL and Redis killed, views lost and rebuilt: nothing is lost or"
                        + " doubled, the books are those of an undisturbed morning",
                "losses",
                8,
                20,
                16,
                DisturbedMorning.of(15, () -> new StoresAway(false)),
                new Control("the outbox, while Kafka is away", DisturbedMorning.of(15, () -> new StoresAway(true))));
    }

    @Override
    public void strike(PlayedHouse house, Random random) {
        switch (random.nextInt(4)) {
            case 0, 1 -> {
                var away = Duration.ofMillis(random.nextInt(2_000, LONGEST_MILLIS));
                house.infrastructure().takeKafkaAway(away);
                if (forgetful) {
                    house.change("delete from outbox where sent_at is null");
                    Stores.forget(house);
                }
            }
            case 2 -> {
                house.infrastructure().postgresProcess().destroyForcibly();
                house.infrastructure().redisProcess().destroyForcibly();
            }
            default -> rebuilt += house.rebuild();
        }
        Pause.of(random.nextInt(1_500, 4_000));
    }

    @Override
    public String words() {
        return ", " + rebuilt + " views rebuilt";
    }
}
