package io.alphapanda.local.proof.memory;

import io.alphapanda.local.proof.Control;
import io.alphapanda.local.proof.Experiment;
import io.alphapanda.local.proof.Trial;
import io.alphapanda.local.proof.Violation;
import java.util.ArrayList;
import java.util.List;

/// Random life of a lane, and after each step its books against plain arithmetic.
public final class BooksUnderLife {

    /// A life is ended and another begun: what a lane remembers grows with it.
    private static final long ONE_LIFE = 2_000;

    private static final List<String> RULES = List.of(
            "expiry", "duplicate", "trading-state", "price-collar", "order-value", "daily-trades", "position", "cash");

    private BooksUnderLife() {}

    public static Experiment experiment() {
        return new Experiment(
                "books",
                "Whatever a lane lives through, cash and positions are conserved, nothing reserved is below zero, and"
                        + " no limit is exceeded",
                "steps",
                100_000,
                1_000_000,
                5,
                trial -> live(trial, Guards.ALL),
                new Control("each of the eight rules, and the inbox", BooksUnderLife::unguarded));
    }

    private static String live(Trial trial, Guards guards) {
        long lives = 0;
        for (long done = 0; done < trial.count(); lives++) {
            var life = new RandomLife(trial.seed() + lives, guards);
            for (long n = Math.min(ONE_LIFE, trial.count() - done); n > 0; n--, done++) {
                life.step();
            }
            life.end();
        }
        return lives + " lives, each step compared";
    }

    /// Every protection is taken away by itself; the control is found out only if each of them is missed.
    private static String unguarded(Trial trial) {
        var missed = new ArrayList<String>();
        for (var rule : RULES) {
            if (!isFoundOut(trial, Guards.without(rule))) {
                return "the rule " + rule + " can be left out";
            }
            missed.add(rule);
        }
        if (!isFoundOut(trial, Guards.NO_INBOX)) {
            return "the inbox can be left out";
        }
        throw new Violation((missed.size() + 1) + " of " + (RULES.size() + 1) + ", one at a time");
    }

    private static boolean isFoundOut(Trial trial, Guards guards) {
        try {
            live(trial, guards);
            return false;
        } catch (Violation _) {
            return true;
        }
    }
}
