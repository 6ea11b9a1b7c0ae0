package io.alphapanda.local.proof.house;

import io.alphapanda.local.launcher.PlayedHouse;
import io.alphapanda.local.launcher.PlayedHouse.Play;
import io.alphapanda.local.proof.Body;
import io.alphapanda.local.proof.Control;
import io.alphapanda.local.proof.Experiment;
import io.alphapanda.local.proof.Trial;
import io.alphapanda.local.proof.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Spoils real events of a played morning, one way or several at once, and posts them at the doors of the packaged lane
/// stages. Whatever is answered with 204 must have been taken in, or lie in the dead letters with its bytes.
///
/// @param suffix of the topics in which dead letters are looked for
record Garbage(String suffix) implements Body {

    /// Taken in or dead-lettered; no stamp; too large; comes again.
    private static final List<Integer> ALLOWED = List.of(204, 400, 413, 431, 503);

    static Experiment experiment() {
        return new Experiment(
                "house-garbage",
                "Spoilt events at a packaged function's door are answered 204, 400, 413, 431 or 503; what was answered"
                        + " 204 was taken in or lies in the dead letters with its bytes; no process grows",
                "requests",
                3_000,
                100_000,
                17,
                new Garbage(".dlq"),
                new Control("the dead letters (looked for where none are)", new Garbage("")));
    }

    @Override
    public String run(Trial trial) {
        var ticks = new MadeUpMorning(trial.seed(), 25).write(trial.root().resolve(".panda/proof"));
        var play = new Play(DisturbedMorning.LANES, ticks, "60x", Map.of());
        try (var house =
                PlayedHouse.start(trial.root(), trial.root().resolve(".panda/proof/house"), play, trial.progress())) {
            if (!house.isBooked()) {
                throw new Violation("ten minutes later not everything is booked");
            }
            try (var doors = new Doors(house)) {
                return attack(house, doors, trial);
            }
        }
    }

    private String attack(PlayedHouse house, Doors doors, Trial trial) {
        var random = new Random(trial.seed());
        var spoiling = new Spoiling(random);
        var answers = new TreeMap<Integer, Integer>();
        var accepted = new ArrayList<Spoilt>();
        var warm = new Memory(Map.of());
        for (long n = 0; n < trial.count(); n++) {
            if (n == trial.count() / 3) {
                warm = Doors.memory(house);
            }
            var spoilt = spoiling.spoil(doors.any(random), n);
            int answer = doors.post(spoilt);
            answers.merge(answer, 1, Integer::sum);
            if (!ALLOWED.contains(answer)) {
                throw new Violation(answer + " to " + spoilt);
            }
            if (answer == 204) {
                accepted.add(spoilt);
            }
        }
        warm.requireSteady(Doors.memory(house));
        int letters = requireKept(house, doors, accepted);
        return "answers " + answers + ", " + letters + " dead letters with their bytes, " + (accepted.size() - letters)
                + " taken in";
    }

    private int requireKept(PlayedHouse house, Doors doors, List<Spoilt> accepted) {
        var letters = doors.letters(suffix);
        int found = 0;
        for (var each : accepted) {
            var letter = letters.get(each.subject());
            if (letter == null) {
                requireTakenIn(house, each);
            } else if (Arrays.equals(letter, each.data())) {
                found++;
            } else {
                throw new Violation("the dead letter of " + each + " has other bytes");
            }
        }
        return found;
    }

    private static void requireTakenIn(PlayedHouse house, Spoilt spoilt) {
        var id = spoilt.headers().getOrDefault("ce-id", "");
        if (house.number("select count(*) from inbox where event_id = ?", id) == 0) {
            throw new Violation("answered 204, and is neither taken in nor a dead letter: " + spoilt);
        }
    }
}
