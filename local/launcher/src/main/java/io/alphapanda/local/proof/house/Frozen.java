package io.alphapanda.local.proof.house;

import io.alphapanda.local.launcher.PlayedHouse;
import io.alphapanda.local.proof.Control;
import io.alphapanda.local.proof.Experiment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;

/// Two processes of every function; one process after the other is frozen (SIGSTOP) for longer than leases last, and
/// wakes late (SIGCONT) beside whoever has taken over. Every other time it is the feed that publishes.
final class Frozen implements Disturbance {

    private static final List<String> FUNCTIONS =
            List.of("strategy-runner", "risk-manager", "trading-engine", "portfolio-manager", "market-feed");

    /// The market's pace: eleven processes have to keep up with it.
    private static final int SPEED = 20;

    /// The publisher's lease lasts five seconds.
    private static final int SHORTEST_MILLIS = 6_000;

    private static final int LONGEST_MILLIS = 12_000;

    /// Whether what a feed has said before it was replaced counts as newer than its successor's.
    private final boolean outdatedIsNewest;

    private long epochs;

    private Frozen(boolean outdatedIsNewest) {
        this.outdatedIsNewest = outdatedIsNewest;
    }

    static Experiment experiment() {
        return new Experiment(
                "house-frozen",
                "Two processes of every function, any of them frozen past its lease and waking late: one publisher"
                        + " wins, signals, fills and books are those of an undisturbed morning",
                "freezes",
                8,
                20,
                13,
                DisturbedMorning.of(20, SPEED, () -> new Frozen(false)),
                new Control(
                        "the order of epochs (a replaced publisher's last word is the newest)",
                        DisturbedMorning.of(20, SPEED, () -> new Frozen(true))));
    }

    @Override
    public void prepare(PlayedHouse house) {
        house.twin(FUNCTIONS);
    }

    @Override
    public void strike(PlayedHouse house, Random random) {
        var rooms = house.rooms().stream().filter(each -> !each.equals("api")).toList();
        var any = rooms.get(random.nextInt(rooms.size()));
        var room = random.nextBoolean() ? house.publisher().orElse(any) : any;
        long process = house.process(room).orElseThrow().pid();
        signal("STOP", process);
        Pause.of(random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS));
        signal("CONT", process);
    }

    @Override
    public void over(PlayedHouse house) {
        if (outdatedIsNewest) {
            PublishedTicks.of(house).sayLastAsNewest();
        }
    }

    @Override
    public void afterwards(PlayedHouse house) {
        var published = PublishedTicks.of(house);
        published.requireOnePublisherAnEpoch();
        epochs = published.epochs();
    }

    @Override
    public String words() {
        return ", " + epochs + " publishers one after the other";
    }

    static void signal(String name, long process) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
