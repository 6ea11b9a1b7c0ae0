package io.alphapanda.local.proof.house;

import io.alphapanda.local.launcher.PlayedHouse;
import io.alphapanda.local.proof.Control;
import io.alphapanda.local.proof.Experiment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Kills one process of the house after the other, as nobody can refuse: any room, Kafka, Redis, PostgreSQL.
final class Kills implements Disturbance {

    private static final String KAFKA = "kafka";
    private static final String REDIS = "redis";
    private static final String POSTGRES = "postgres";

    /// Whether Redis forgets what it has written when it is killed.
    private final boolean forgetful;

    private Kills(boolean forgetful) {
        this.forgetful = forgetful;
    }

    static Experiment experiment() {
        return new Experiment(
                "house-kills",
                "Any room, Kafka, Redis or PostgreSQL killed with -9 while ticks flow: signals, fills and books are those of"
                        + " an undisturbed morning",
                "kills",
                20,
                200,
                11,
                DisturbedMorning.of(3.5, () -> new Kills(false)),
                new Control("what Redis has written", DisturbedMorning.of(3.5, () -> new Kills(true))));
    }

    @Override
    public void strike(PlayedHouse house, Random random) {
        var targets = new ArrayList<>(house.rooms());
        targets.remove("api");
        targets.addAll(List.of(KAFKA, REDIS, POSTGRES));
        while (!kill(house, targets.get(random.nextInt(targets.size())))) {
            Pause.of(100);
        }
        Pause.of(random.nextInt(500, 3_000));
    }

    /// False if it is being started again just now.
    private boolean kill(PlayedHouse house, String target) {
        return switch (target) {
            case KAFKA ->
                house.infrastructure()
                        .kafkaProcess()
                        .map(ProcessHandle::destroyForcibly)
                        .orElse(false);
            case REDIS -> killRedis(house);
            case POSTGRES -> house.infrastructure().postgresProcess().destroyForcibly();
            default -> house.process(target).map(ProcessHandle::destroyForcibly).orElse(false);
        };
    }

    private boolean killRedis(PlayedHouse house) {
        if (forgetful) {
            Stores.forget(house);
        }
        return house.infrastructure().redisProcess().destroyForcibly();
    }

    @Override
    public void over(PlayedHouse house) {
        if (forgetful) {
            Stores.forget(house);
        }
    }
}
