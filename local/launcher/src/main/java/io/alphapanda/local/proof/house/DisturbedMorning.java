package io.alphapanda.local.proof.house;

import io.alphapanda.local.launcher.PlayedHouse;
import io.alphapanda.local.launcher.PlayedHouse.Books;
import io.alphapanda.local.launcher.PlayedHouse.Play;
import io.alphapanda.local.proof.Body;
import io.alphapanda.local.proof.Trial;
import io.alphapanda.local.proof.Violation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// The same morning twice, undisturbed and with faults. Signals, fills, cash, profit, fees and positions of the lanes
/// that are compared must be the same to the last digit, and the audit must have nothing against their books. Limits
/// don't bind.
///
/// @param seconds     how long a fault takes at most, on the wall; the morning is made long enough for all of them, and
/// played more slowly where a market's day is not
/// @param fastest     minutes of the morning in a minute on the wall, at most
/// @param lanes       of the house
/// @param compared    lanes whose books must be the same; none where a fault is meant to change them
/// @param audited     lanes whose books must be in order
/// @param disturbance makes the faults
record DisturbedMorning(
        double seconds,
        int fastest,
        List<String> lanes,
        List<String> compared,
        List<String> audited,
        Supplier<Disturbance> disturbance)
        implements Body {

    static final List<String> LANES = List.of("paper", "paper-b");

    /// What belongs to no lane.
    private static final String HOUSE = "house";

    /// Minutes of the morning in a minute on the wall, where nothing else is wanted.
    static final int FASTEST = 60;

    private static final int SHORTEST = 25;
    private static final int LONGEST = 340;

    /// Minutes after the last fault, and before the first, in which the morning goes on.
    private static final int QUIET = 10;

    /// The first faults of a house that has just started take longer.
    private static final int SLOW_SECONDS = 20;

    /// How often it is told how far it has come.
    private static final int TOLD = 10;

    /// Of one seed and length, what it comes to if nobody disturbs it.
    private static final Map<MadeUpMorning, Books> UNDISTURBED = new ConcurrentHashMap<>();

    static final Map<String, String> WIDE_LIMITS = Map.of(
            "PANDA_BROKERS_PAPER_STARTING_CASH", "1000000000",
            "PANDA_BROKERS_PAPER_LIMITS_MAX_POSITION", "1000000",
            "PANDA_BROKERS_PAPER_LIMITS_MAX_DAILY_TRADES", "1000000",
            "PANDA_BROKERS_PAPER_LIMITS_MAX_ORDER_VALUE", "1000000000",
            "PANDA_BROKERS_PAPER_B_STARTING_CASH", "1000000000",
            "PANDA_BROKERS_PAPER_B_LIMITS_MAX_POSITION", "1000000",
            "PANDA_BROKERS_PAPER_B_LIMITS_MAX_DAILY_TRADES", "1000000",
            "PANDA_BROKERS_PAPER_B_LIMITS_MAX_ORDER_VALUE", "1000000000");

    DisturbedMorning(double seconds, List<String> compared, List<String> audited, Supplier<Disturbance> disturbance) {
        this(seconds, FASTEST, LANES, compared, audited, disturbance);
    }

    /// Of both lanes.
    static DisturbedMorning of(double seconds, Supplier<Disturbance> disturbance) {
        return of(seconds, FASTEST, disturbance);
    }

    /// Of both lanes, in a slower market.
    static DisturbedMorning of(double seconds, int fastest, Supplier<Disturbance> disturbance) {
        return new DisturbedMorning(seconds, fastest, LANES, LANES, List.of("paper", "paper-b", HOUSE), disturbance);
    }

    /// Of no lane compared: where the faults cost signals, though no order.
    static DisturbedMorning auditedOnly(double seconds, Supplier<Disturbance> disturbance) {
        return new DisturbedMorning(seconds, List.of(), List.of("paper", "paper-b", HOUSE), disturbance);
    }

    @Override
    public String run(Trial trial) {
        double wanted = SLOW_SECONDS + trial.count() * seconds;
        int speed = Math.min(fastest, speed(wanted));
        int minutes = (int) Math.clamp(Math.round(wanted * speed / 60) + QUIET, SHORTEST, LONGEST);
        var morning = new MadeUpMorning(trial.seed(), minutes);
        var home = trial.root().resolve(".panda/proof/house");
        var ticks = morning.write(trial.root().resolve(".panda/proof"));
        var undisturbed = compared.isEmpty()
                ? new Books(Map.of(), Map.of())
                : UNDISTURBED.computeIfAbsent(morning, _ -> undisturbed(trial, home, ticks));
        var faults = disturbance.get();
        var play = new Play(lanes, ticks, speed + "x", WIDE_LIMITS);
        try (var house = PlayedHouse.start(trial.root(), home, play, faults::furnish, trial.progress())) {
            long strikes = disturb(house, faults, trial);
            requireBooked(house);
            faults.afterwards(house);
            compare(undisturbed, house.books());
            return "%d faults in a morning of %d minutes, %d processes started again%s%s"
                    .formatted(
                            strikes,
                            minutes,
                            house.restarts(),
                            compared.isEmpty() ? "" : ", books of " + String.join(" and ", compared) + " the same",
                            faults.words());
        } finally {
            faults.clearAway();
        }
    }

    /// Minutes of the morning in a minute on the wall: the market is not open for longer.
    ///
    /// @param wanted seconds on the wall
    static int speed(double wanted) {
        return (int) Math.clamp((long) ((LONGEST - QUIET) * 60 / wanted), 1, FASTEST);
    }

    private static Books undisturbed(Trial trial, Path home, Path ticks) {
        trial.progress().accept("undisturbed first");
        var play = new Play(LANES, ticks, "max", WIDE_LIMITS);
        try (var house = PlayedHouse.start(trial.root(), home, play, trial.progress())) {
            requireBooked(house);
            var books = house.books();
            books.audit().forEach((lane, complaint) -> {
                throw new Violation("undisturbed, the books of " + lane + " are not in order: " + complaint);
            });
            return books;
        }
    }

    private static void requireBooked(PlayedHouse house) {
        if (!house.isBooked()) {
            throw new Violation("ten minutes later not everything is booked");
        }
    }

    private static long disturb(PlayedHouse house, Disturbance faults, Trial trial) {
        var random = new Random(trial.seed());
        faults.prepare(house);
        long strikes = 0;
        while (strikes < trial.count() && !house.hasPlayed()) {
            faults.strike(house, random);
            strikes++;
            if (strikes % Math.max(1, trial.count() / TOLD) == 0) {
                trial.progress().accept("%,d of %,d faults".formatted(strikes, trial.count()));
            }
        }
        faults.over(house);
        if (strikes < trial.count()) {
            throw new IllegalStateException(
                    "the morning was over after " + strikes + " of " + trial.count() + " faults; it must be longer");
        }
        return strikes;
    }

    private void compare(Books undisturbed, Books books) {
        for (var broker : compared) {
            var mustBe = undisturbed.lanes().get(broker);
            var is = books.lanes().get(broker);
            if (!is.equals(mustBe)) {
                throw new Violation("the books of " + broker + " differ: " + difference(mustBe, is));
            }
        }
        for (var lane : audited) {
            if (books.audit().containsKey(lane)) {
                throw new Violation("the books of " + lane + " are not in order: "
                        + books.audit().get(lane));
            }
        }
    }

    private static String difference(String mustBe, String is) {
        var there = is.lines().toList();
        return mustBe.lines()
                .filter(each -> !there.contains(each))
                .findFirst()
                .map(each -> "'" + each + "' is missing")
                .orElse("there is more in them");
    }
}
