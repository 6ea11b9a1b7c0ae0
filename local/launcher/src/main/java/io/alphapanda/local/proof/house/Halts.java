package io.alphapanda.local.proof.house;

import io.alphapanda.domain.control.TradingState;
import io.alphapanda.local.launcher.PlayedHouse;
import io.alphapanda.local.proof.Control;
import io.alphapanda.local.proof.Experiment;
import io.alphapanda.local.proof.Violation;
import java.util.List;
import java.util.Random;

/// Halts a lane at random moments and lets it go on again; between the acknowledgement and the resumption nothing may
/// be executed.
final class Halts implements Disturbance {

    private static final String LANE = "paper";
    private static final String FILLS = "select count(*) from fills where broker = ?";
    private static final String REFUSED = "select count(*) from orders where broker = ? and failure = 'TRADING_HALTED'";
    private static final String DENIED =
            "select count(*) from decisions where broker = ? and denial = 'TRADING_HALTED'";

    private final String halted;
    private String words = "";

    /// @param halted whose lane is halted; the other one's is watched all the same
    private Halts(String halted) {
        this.halted = halted;
    }

    static Experiment experiment() {
        return new Experiment(
                "house-halts",
                "After a halt's acknowledgement nothing of the lane is executed until it is resumed",
                "halts",
                20,
                1_000,
                14,
                new DisturbedMorning(2, List.of(), List.of("paper", "paper-b", "house"), () -> new Halts(LANE)),
                new Control(
                        "the halt (another lane's instead)",
                        new DisturbedMorning(2, List.of(), List.of(), () -> new Halts("paper-b"))));
    }

    @Override
    public void strike(PlayedHouse house, Random random) {
        Pause.of(random.nextInt(50, 300));
        house.trade(halted, TradingState.HALTED);
        long before = house.number(FILLS, LANE);
        Pause.of(random.nextInt(200, 1_200));
        long after = house.number(FILLS, LANE);
        house.trade(halted, TradingState.ACTIVE);
        if (after != before) {
            throw new Violation((after - before) + " fills after the halt was acknowledged");
        }
    }

    @Override
    public void over(PlayedHouse house) {
        words = ", %d orders and %d signals refused by them, %d fills between them"
                .formatted(house.number(REFUSED, LANE), house.number(DENIED, LANE), house.number(FILLS, LANE));
    }

    @Override
    public String words() {
        return words;
    }
}
