package io.alphapanda.local.proof.house;

import io.alphapanda.local.launcher.PlayedHouse;
import io.alphapanda.local.launcher.PlayedHouse.Play;
import io.alphapanda.local.proof.Body;
import io.alphapanda.local.proof.Control;
import io.alphapanda.local.proof.Experiment;
import io.alphapanda.local.proof.NotHere;
import io.alphapanda.local.proof.Trial;
import io.alphapanda.local.proof.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// A recorded day at the NSE, played to its end at 60x; in the long form another half an hour of it at 1x. No process
/// grows, no partition stands, and when the feed is muted somebody is told.
final class Session {

    private static final String DAYS = "../shared/data/nse-ticks";
    private static final int SECOND = 1_000;

    /// @param ticks   played
    /// @param speed   of the playing
    /// @param seconds after which it is enough; the end of the ticks for 0
    /// @param every   seconds between two looks at the memory
    /// @param muteAt  seconds after which the feed is muted
    /// @param more    settings of the house, over those that it needs to notice that in time
    private record Part(Path ticks, String speed, int seconds, int every, int muteAt, Map<String, String> more) {}

    private Session() {}

    static Experiment experiment() {
        return new Experiment(
                "house-session",
                "A recorded day at 60x (and half an hour of it at 1x): the live heap of every process stays flat, no"
                        + " partition stands, a muted feed is told of within 5 s, the books are in order",
                "sessions",
                1,
                2,
                23,
                Session::days,
                new Control(
                        "a heap that is emptied (an agent retains), and the watch (60 s of silence allowed)",
                        unwatched()));
    }

    private static String days(Trial trial) {
        var day = day(trial.root());
        var words = play(trial, new Part(day, "60x", 0, 40, 150, Map.of()));
        if (trial.count() > 1) {
            words += "; at 1x " + play(trial, new Part(day, "1x", 1_800, 120, 900, Map.of()));
        }
        return words;
    }

    private static Path day(Path root) {
        var folder = root.resolve(DAYS).normalize();
        if (!Files.isDirectory(folder)) {
            throw new NotHere("it needs a recorded day in " + DAYS);
        }
        try (var files = Files.list(folder)) {
            return files.filter(each -> each.toString().endsWith(".csv.gz"))
                    .findFirst()
                    .orElseThrow(() -> new NotHere("it needs a recorded day in " + DAYS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Body unwatched() {
        return trial -> {
            var ticks = new MadeUpMorning(trial.seed(), 120).write(trial.root().resolve(".panda/proof"));
            var agent = Leak.pack(trial.root().resolve(".panda/proof"));
            var leaking = Map.of("JAVA_TOOL_OPTIONS", "-javaagent:" + agent);
            var dull = Map.of("PANDA_ALERTS_LIMITS_FEED_SILENCE", "60s");
            var leak = broken(trial, new Part(ticks, "60x", 100, 10, 20, leaking));
            var silence = broken(trial, new Part(ticks, "60x", 40, 7, 20, dull));
            if (leak.startsWith(Growth.RISEN) && silence.startsWith(Mute.UNNOTICED)) {
                throw new Violation("2 of 2, one at a time: " + leak);
            }
            return "leak: " + leak + "; silence: " + silence;
        };
    }

    /// What was broken, or what came of it.
    private static String broken(Trial trial, Part part) {
        try {
            return play(trial, part);
        } catch (Violation violation) {
            trial.progress().accept("found out: " + violation.getMessage());
            return violation.getMessage();
        }
    }

    private static String play(Trial trial, Part part) {
        var settings = new HashMap<>(DisturbedMorning.WIDE_LIMITS);
        settings.putAll(Mute.attentive());
        settings.putAll(part.more);
        var play = new Play(DisturbedMorning.LANES, part.ticks, part.speed, settings);
        try (var house =
                PlayedHouse.start(trial.root(), trial.root().resolve(".panda/proof/house"), play, trial.progress())) {
            var growth = new Growth();
            var partitions = new Partitions();
            long noticed = watch(house, part, growth, partitions);
            growth.requireFlat();
            if (part.seconds > 0) {
                partitions.requireCaughtUp(house);
            }
            requireInOrder(house, part);
            return "%,d fills, %s, a muted feed told of after %,d ms"
                    .formatted(house.number("select count(*) from fills"), growth, noticed);
        }
    }

    /// @return milliseconds until the muted feed was noticed
    private static long watch(PlayedHouse house, Part part, Growth growth, Partitions partitions) {
        long noticed = -1;
        int seconds = 0;
        while (!house.hasPlayed() && (part.seconds == 0 || seconds < part.seconds)) {
            long began = System.nanoTime();
            partitions.look(house);
            if (seconds % part.every == part.every - 1) {
                growth.look(house);
            }
            if (seconds == part.muteAt) {
                noticed = Mute.untilNoticed(house);
            }
            seconds++;
            Pause.of(SECOND - (System.nanoTime() - began) / 1_000_000);
        }
        if (noticed < 0) {
            throw new IllegalStateException("it was over after " + seconds + " s, before the feed was muted");
        }
        return noticed;
    }

    private static void requireInOrder(PlayedHouse house, Part part) {
        if (part.seconds == 0 && !house.isBooked()) {
            throw new Violation("ten minutes later not everything is booked");
        }
        if (house.restarts() > 0) {
            throw new Violation(house.restarts() + " processes ended and were started again");
        }
        house.books().audit().forEach((lane, complaint) -> {
            throw new Violation("the books of " + lane + " are not in order: " + complaint);
        });
    }
}
