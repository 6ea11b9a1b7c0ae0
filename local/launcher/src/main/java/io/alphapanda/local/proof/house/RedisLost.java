package io.alphapanda.local.proof.house;

import io.alphapanda.local.launcher.PlayedHouse;
import io.alphapanda.local.proof.Control;
import io.alphapanda.local.proof.Experiment;
import java.time.Duration;
import java.util.Random;

/// Redis loses everything, or what was written in the last second, while ticks flow. That costs signals: what
/// strategies remembered, and what lay in an outbox, is gone. It must not cost or double anything that was
/// decided.
final class RedisLost implements Disturbance {

    private static final Duration LOST = Duration.ofSeconds(1);
    private static final String DECIDED = "select count(*) from signals";
    private static final String FILLED = "select count(*) from fills";

    /// Whether the views are projected again in the end.
    private final boolean rebuilds;

    private int wiped;
    private int rolledBack;
    private int projected;
    private String words = "";

    private RedisLost(boolean rebuilds) {
        this.rebuilds = rebuilds;
    }

    static Experiment experiment() {
        return new Experiment(
                "house-redis",
                "Redis wiped, or rolled back by a second, while ticks flow: strategies warm up again, a rebuild restores"
                        + " every view, nothing is lost or doubled of what was decided, the books are in order",
                "losses",
                12,
                100,
                19,
                DisturbedMorning.auditedOnly(7, () -> new RedisLost(true)),
                new Control("the rebuild", DisturbedMorning.auditedOnly(7, () -> new RedisLost(false))));
    }

    @Override
    public void strike(PlayedHouse house, Random random) {
        if (random.nextBoolean()) {
            Stores.forget(house);
            wiped++;
        } else {
            house.infrastructure().rollRedisBack(LOST);
            rolledBack++;
        }
        Pause.of(random.nextInt(1_000, 4_000));
    }

    @Override
    public void afterwards(PlayedHouse house) {
        Stores.forget(house);
        if (rebuilds) {
            house.rebuild();
            projected = house.views();
        }
        words = ", wiped %d times and rolled back %d times, %,d signals decided and %,d fills booked, %d views restored"
                .formatted(wiped + 1, rolledBack, house.number(DECIDED), house.number(FILLED), projected);
    }

    @Override
    public String words() {
        return words;
    }
}
