package io.alphapanda.domain.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.market.BatchSequence;
import io.alphapanda.domain.market.TickBatch;
import io.alphapanda.domain.money.Side;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Adding a strategy takes its class and nothing else; this one was written for the test.
class AddAStrategyTest {

    /// Buys after `inARow` prices each above the one before it.
    static final class Ladder implements StrategyType {

        @Override
        public String name() {
            return "ladder";
        }

        @Override
        public Strategy create(Parameters parameters) {
            parameters.only("inARow");
            return new Rule(parameters.wholeNumber("inARow", 3, 2, 10));
        }

        private record Rule(int inARow) implements Strategy {
            @Override
            public StrategyState initial() {
                return StrategyState.EMPTY;
            }

            @Override
            public Reading observe(StrategyState before, Bar bar) {
                boolean higher = bar.close() > before.register("last", Double.MAX_VALUE);
                double steps = higher ? before.register("steps", 0) + 1 : 0;
                var state = before.with("last", bar.close()).with("steps", steps);
                return steps >= inARow
                        ? Reading.favours(Side.BUY, state, "steps=" + (int) steps)
                        : Reading.quiet(state);
            }
        }
    }

    @Test
    void aNewStrategyRunsOnceADefinitionNamesIt() {
        var ladder = ActiveStrategy.of(
                new Draft("steps").type("ladder").parameters("inARow", 2).definition(),
                List.of(new Momentum(), new Ladder()));
        var brain = new Brain(List.of(ladder), (_, _) -> true);
        var floor = new Floor();
        var ticks = List.of(
                floor.tick(Floor.TCS, "100"),
                floor.tick(Floor.TCS, "101"),
                floor.tick(Floor.TCS, "102"),
                floor.tick(Floor.TCS, "103"));
        var batch = new TickBatch(Floor.STREAM, AssetClass.EQUITY, 0, new BatchSequence(1, 1), Floor.DUE, false, ticks);
        var outcome = brain.process(_ -> Optional.empty(), batch);
        assertThat(Floor.lines(outcome)).containsExactly("nse-1/steps/NSE:TCS/3@paper BUY 102 after -");
    }

    @Test
    void aTypeNobodyWroteIsRefusedWithThoseThatExist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ActiveStrategy.of(new Draft("steps").type("ladder").definition(), StrategyTypesTest.ALL))
                .withMessage("strategy steps: type 'ladder' is unknown; use one of"
                        + " [breakout, low-frequency, mean-reversion, momentum, rsi]");
    }

    @Test
    void aBadParameterIsRefusedWithTheStrategysName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ActiveStrategy.of(
                        new Draft("steps")
                                .type("ladder")
                                .parameters("inARow", 11)
                                .definition(),
                        List.of(new Ladder())))
                .withMessage("strategy steps: parameters.inARow 11 must be a whole number between 2 and 10");
    }
}
