package io.alphapanda.local.proof.house;

import io.alphapanda.local.kite.fault.Endpoint;
import io.alphapanda.local.kite.fault.Fault;
import io.alphapanda.local.kite.fault.Faults;
import io.alphapanda.local.launcher.PlayedHouse;
import io.alphapanda.local.proof.Control;
import io.alphapanda.local.proof.Experiment;
import io.alphapanda.local.proof.Violation;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;

/// The broker of lane B hangs in every other round: orders placed there are not answered, its book neither. How long
/// lane A takes from the moment a tick was due to the fill's booking is compared, round beside round.
final class HangingBroker implements Disturbance {

    private static final String LANE = "paper";
    private static final String BROKEN = "zerodha";
    private static final double MOST = 1.2;
    private static final int PERCENTILE = 99;

    /// The market's pace: faster, two cores are full, and what is measured is the machine.
    private static final int SPEED = 20;

    private static final long ROUND_MILLIS = 15_000;

    /// What hung in the round before is given up meanwhile.
    private static final long BETWEEN_MILLIS = 4_000;

    /// Processes that have just started are slow.
    private static final long WARM_UP_MILLIS = 30_000;

    private static final String TOOK = """
            select (extract(epoch from booked_at - due_at) * 1000)::bigint from bookings
            where broker = ? and due_at >= ? and due_at < ? order by 1
            """;
    private static final String HUNG =
            "select count(*) from order_transitions t join orders o on o.id = t.order_id where o.broker = ? and t.status = 'UNKNOWN'";

    private final Consumer<PlayedHouse> besides;
    private final List<Window> clean = new ArrayList<>();
    private final List<Window> broken = new ArrayList<>();
    private String words = "";

    private record Window(Instant from, Instant to) {}

    /// @param besides what else is done at the start of a broken round
    private HangingBroker(Consumer<PlayedHouse> besides) {
        this.besides = besides;
    }

    static Experiment experiment() {
        return new Experiment(
                "house-latency",
                "While lane B's broker hangs, lane A's signals, fills and books are those of a morning without it, and 99 %"
                        + " of its fills are booked within " + MOST + " times what they take beside a healthy one",
                "pairs of rounds",
                5,
                20,
                22,
                morning(_ -> {}),
                new Control(
                        "the distance (lane A's engine is frozen for two seconds, too)",
                        morning(HangingBroker::freezeEngine)));
    }

    private static DisturbedMorning morning(Consumer<PlayedHouse> besides) {
        return new DisturbedMorning(
                (ROUND_MILLIS + BETWEEN_MILLIS) * 2.4 / 1_000,
                SPEED,
                List.of(LANE, BROKEN),
                List.of(LANE),
                List.of(LANE),
                () -> new HangingBroker(besides));
    }

    private static void freezeEngine(PlayedHouse house) {
        long engine = house.process("trading-engine").orElseThrow().pid();
        Frozen.signal("STOP", engine);
        Pause.of(2_000);
        Frozen.signal("CONT", engine);
    }

    @Override
    public void prepare(PlayedHouse house) {
        Pause.of(WARM_UP_MILLIS);
    }

    @Override
    public void strike(PlayedHouse house, Random random) {
        if (random.nextBoolean()) {
            round(house, false);
            round(house, true);
        } else {
            round(house, true);
            round(house, false);
        }
    }

    private void round(PlayedHouse house, boolean hangs) {
        if (hangs) {
            hang(faults(house));
        }
        Pause.of(BETWEEN_MILLIS);
        var began = Instant.now();
        long until = System.nanoTime() + ROUND_MILLIS * 1_000_000;
        if (hangs) {
            besides.accept(house);
        }
        Pause.of((until - System.nanoTime()) / 1_000_000);
        (hangs ? broken : clean).add(new Window(began, Instant.now()));
        faults(house).clear();
    }

    private static void hang(Faults faults) {
        faults.arm(new Fault.HangBefore()).at(Endpoint.PLACE_ORDER).withProbability(0.5, 1);
        faults.arm(new Fault.AcceptThenHang()).at(Endpoint.PLACE_ORDER).always();
        faults.arm(new Fault.HangBefore()).at(Endpoint.ORDERS, Endpoint.TRADES).withProbability(0.5, 2);
    }

    private static Faults faults(PlayedHouse house) {
        return house.brokerFaults().orElseThrow();
    }

    @Override
    public void afterwards(PlayedHouse house) {
        var beside = took(house, clean);
        var besideBroken = took(house, broken);
        words = String.format(
                Locale.ROOT,
                ", 99 %% of %,d fills booked within %,d ms, of %,d beside the hanging broker within %,d ms, %,d orders hung",
                beside.size(),
                percentile(beside),
                besideBroken.size(),
                percentile(besideBroken),
                house.number(HUNG, BROKEN));
        if (percentile(besideBroken) > MOST * percentile(beside)) {
            throw new Violation(words.substring(2));
        }
    }

    private static List<Long> took(PlayedHouse house, List<Window> windows) {
        var all = windows.stream()
                .flatMap(each -> house.numbers(TOOK, LANE, at(each.from()), at(each.to())).stream())
                .sorted()
                .toList();
        if (all.isEmpty()) {
            throw new IllegalStateException("lane " + LANE + " had no fills in these rounds");
        }
        return all;
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    /// Of a sorted list, the value that so many of a hundred do not exceed.
    static long percentile(List<Long> sorted) {
        return sorted.get((int) Math.ceil(sorted.size() * PERCENTILE / 100.0) - 1);
    }

    @Override
    public String words() {
        return words;
    }
}
