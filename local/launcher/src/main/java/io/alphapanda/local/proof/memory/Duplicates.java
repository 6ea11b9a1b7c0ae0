package io.alphapanda.local.proof.memory;

import io.alphapanda.domain.market.Tick;
import io.alphapanda.domain.money.BasisPoints;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.paper.PaperTerms;
import io.alphapanda.domain.risk.RiskLimits;
import io.alphapanda.local.proof.Control;
import io.alphapanda.local.proof.Experiment;
import io.alphapanda.local.proof.Trial;
import io.alphapanda.local.proof.Violation;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/// The same day, undisturbed and with shares of duplicates, everything shuffled: the books must be the same to the
/// last digit. Limits don't bind.
public final class Duplicates {

    private static final int TICKS = 400;
    private static final List<Double> SHARES = List.of(0.0, 0.5, 0.8, 0.95);
    private static final MemoryLane.Terms TERMS = new MemoryLane.Terms(
            new RiskLimits(Quantity.of(1_000_000), 1_000_000, BasisPoints.of("1000"), Money.of("100000000")),
            PaperTerms.DEFAULT,
            Money.of("100000000"),
            true);

    private Duplicates() {}

    public static Experiment experiment() {
        return new Experiment(
                "duplicates",
                "With 0, 50, 80 and 95 % duplicates, everything out of order and replayed late, the books are those of"
                        + " the undisturbed day",
                "deliveries",
                100_000,
                2_000_000,
                2,
                trial -> play(trial, Guards.ALL),
                new Control("the inbox, and the turns", Duplicates::unguarded));
    }

    private static String play(Trial trial, Guards guards) {
        long deliveries = 0;
        long fills = 0;
        int days = 0;
        while (deliveries < trial.count()) {
            long seed = trial.seed() + days++;
            var ticks = Day.ticks(new Random(seed), TICKS);
            var undisturbed = undisturbed(ticks);
            for (double share : SHARES) {
                var lane = new MemoryLane(TERMS, guards, Witness.NOBODY);
                deliveries += new RestlessPost(new Random(seed * 31 + 7), share, lane).play(Day.brain(), ticks);
                compare(seed, share, books(undisturbed), books(lane));
                fills += lane.bookings();
            }
        }
        return "%,d days, %,d fills booked".formatted(days, fills);
    }

    /// Each event once, and all it leads to before the next.
    private static MemoryLane undisturbed(List<Tick> ticks) {
        var lane = new MemoryLane(TERMS, Guards.ALL, Witness.NOBODY);
        Day.brain()
                .process(_ -> Optional.empty(), Day.batch(ticks))
                .signals()
                .forEach(each -> deliver(lane, new Mail.Wished(each)));
        return lane;
    }

    private static void deliver(MemoryLane lane, Mail mail) {
        lane.deliver(mail).orElseThrow().forEach(each -> deliver(lane, each));
    }

    private static void compare(long seed, double share, String undisturbed, String books) {
        if (!books.equals(undisturbed)) {
            throw new Violation("day " + seed + " at " + Math.round(share * 100) + " % duplicates has other books");
        }
    }

    private static String books(MemoryLane lane) {
        return lane.desks().entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue().booked().portfolio() + " "
                        + each.getValue().booked().positions() + " reserved "
                        + each.getValue().reserved())
                .collect(Collectors.joining("\n"));
    }

    private static String unguarded(Trial trial) {
        for (var guards : List.of(Guards.NO_INBOX, Guards.NO_TURNS)) {
            try {
                play(trial, guards);
                return "the " + (guards.inbox() ? "turns" : "inbox") + " can be left out";
            } catch (Violation _) {
                trial.progress().accept("found out without the " + (guards.inbox() ? "turns" : "inbox"));
            }
        }
        throw new Violation("2 of 2, one at a time");
    }
}
