package io.alphapanda.domain.strategy;

import static io.alphapanda.domain.strategy.Floor.INFY;
import static io.alphapanda.domain.strategy.Floor.PAPER;
import static io.alphapanda.domain.strategy.Floor.TCS;
import static io.alphapanda.domain.strategy.Floor.ZERODHA;
import static io.alphapanda.domain.strategy.Floor.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.market.StreamId;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.signal.LaneSignal;
import io.alphapanda.domain.signal.Signal;
import io.alphapanda.domain.signal.StrategyId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The strategy `edges` buys above 110 and sells below 90.
class BrainTest {

    @Nested
    class Conditions {

        @Test
        void enteringFiresAndStayingDoesNot() {
            assertThat(Floor.with(new Draft("one")).prices("100", "111", "112", "111"))
                    .containsExactly("nse-1/one/NSE:TCS/2@paper BUY 111 after -");
        }

        @Test
        void leavingAndEnteringAgainFiresAgain() {
            assertThat(Floor.with(new Draft("one")).prices("111", "100", "110", "112"))
                    .containsExactly(
                            "nse-1/one/NSE:TCS/1@paper BUY 111 after -",
                            "nse-1/one/NSE:TCS/4@paper BUY 112 after nse-1/one/NSE:TCS/1@paper");
        }

        @Test
        void turningOverFromOneSideToTheOtherFires() {
            assertThat(Floor.with(new Draft("one")).prices("111", "89", "88", "111"))
                    .containsExactly(
                            "nse-1/one/NSE:TCS/1@paper BUY 111 after -",
                            "nse-1/one/NSE:TCS/2@paper SELL 89 after nse-1/one/NSE:TCS/1@paper",
                            "nse-1/one/NSE:TCS/4@paper BUY 111 after nse-1/one/NSE:TCS/2@paper");
        }

        @Test
        void aSignalCarriesTheTickThatCausedIt() {
            var floor = Floor.with(new Draft("one").version(7));
            var outcome = floor.process(floor.tick(TCS, "100"), floor.tick(TCS, "111.5"));
            assertThat(outcome.signals())
                    .containsExactly(new LaneSignal(
                            "nse-1/one/NSE:TCS/2@paper",
                            PAPER,
                            new Signal(
                                    "nse-1/one/NSE:TCS/2",
                                    Floor.STREAM,
                                    new StrategyId("one"),
                                    7,
                                    TCS,
                                    Side.BUY,
                                    Quantity.of(10),
                                    Price.of("111.5"),
                                    Price.of("111.5"),
                                    Instant.parse("2026-07-31T03:45:02Z"),
                                    2,
                                    Instant.parse("2026-07-31T03:45:32Z"),
                                    Floor.DUE,
                                    "bar 111.5..111.5 of 1"),
                            Optional.empty()));
        }
    }

    @Nested
    class Lanes {

        @Test
        void everyBrokerGetsTheSameSignalAndKeepsItsOwnOrderOfTurns() {
            var floor = Floor.with(new Draft("one").live().brokers(PAPER, ZERODHA));
            var outcome = floor.process(floor.tick(TCS, "111"), floor.tick(TCS, "89"));
            assertThat(lines(outcome))
                    .containsExactly(
                            "nse-1/one/NSE:TCS/1@paper BUY 111 after -",
                            "nse-1/one/NSE:TCS/1@zerodha BUY 111 after -",
                            "nse-1/one/NSE:TCS/2@paper SELL 89 after nse-1/one/NSE:TCS/1@paper",
                            "nse-1/one/NSE:TCS/2@zerodha SELL 89 after nse-1/one/NSE:TCS/1@zerodha");
            assertThat(outcome.signals().get(1).signal())
                    .isSameAs(outcome.signals().get(0).signal());
        }

        @Test
        void aBrokerOfRealMoneyGetsNothingWithoutTheLiveFlag() {
            assertThat(Floor.with(new Draft("one").brokers(ZERODHA, PAPER)).prices("111"))
                    .containsExactly("nse-1/one/NSE:TCS/1@paper BUY 111 after -");
        }

        @Test
        void theLiveFlagReachesNoBrokerThatIsNotListed() {
            assertThat(Floor.with(new Draft("one").live()).prices("111"))
                    .containsExactly("nse-1/one/NSE:TCS/1@paper BUY 111 after -");
        }

        @Test
        void aLaneThatIsSwitchedOnWaitsForTheNextEntering() {
            var floor = new Floor();
            var draft = new Draft("one").brokers(PAPER);
            floor.change(LanePolicy.of(Set.of(), Set.of()), draft);
            assertThat(floor.prices("111")).isEmpty();
            floor.change(draft);
            assertThat(floor.prices("112", "100", "113")).containsExactly("nse-1/one/NSE:TCS/4@paper BUY 113 after -");
        }

        @Test
        void aBrokerListedTwiceGetsOneCopy() {
            assertThat(Floor.with(new Draft("one").brokers(PAPER, PAPER)).prices("111"))
                    .hasSize(1);
        }
    }

    @Nested
    class Watching {

        @Test
        void severalStrategiesLookAtOneTickInOrderOfTheirIds() {
            var floor = Floor.with(new Draft("two"), new Draft("one").instruments(TCS));
            var outcome = floor.process(floor.tick(INFY, "111"), floor.tick(TCS, "112"));
            assertThat(lines(outcome))
                    .containsExactly(
                            "nse-1/two/NSE:INFY/1@paper BUY 111 after -",
                            "nse-1/one/NSE:TCS/1@paper BUY 112 after -",
                            "nse-1/two/NSE:TCS/1@paper BUY 112 after -");
        }

        @Test
        void aStrategyListensToItsMarketsOnly() {
            var floor = Floor.with(new Draft("one").market(AssetClass.CRYPTO), new Draft("two"));
            assertThat(lines(floor.process(AssetClass.CRYPTO, List.of(floor.tick(TCS, "111")))))
                    .containsExactly("nse-1/one/NSE:TCS/1@paper BUY 111 after -");
        }

        @Test
        void nothingIsRememberedOfAnInstrumentNobodyWatches() {
            var floor = Floor.with(new Draft("one").instruments(TCS), new Draft("two").disabled());
            assertThat(floor.process(floor.tick(INFY, "111"), floor.tick(INFY, "112")))
                    .isEqualTo(new Outcome(Map.of(), List.of(), 2, 0, 0));
        }

        @Test
        void oneIdIsOneStrategy() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Floor.with(new Draft("one"), new Draft("one").version(2)))
                    .withMessage("strategy one is given twice; ids must be unique");
        }
    }

    @Nested
    class Ordinals {

        @Test
        void aBatchDeliveredTwiceChangesNothingTheSecondTime() {
            var floor = Floor.with(new Draft("one"));
            var ticks = List.of(floor.tick(TCS, "111"), floor.tick(INFY, "89"), floor.tick(TCS, "89"));
            assertThat(floor.process(AssetClass.EQUITY, ticks).signals()).hasSize(3);
            var before = Map.copyOf(floor.memories);
            assertThat(floor.process(AssetClass.EQUITY, ticks)).isEqualTo(new Outcome(Map.of(), List.of(), 3, 3, 0));
            assertThat(floor.memories).isEqualTo(before);
        }

        @Test
        void anOverlappingBatchGoesOnWhereTheLastOneEnded() {
            var floor = Floor.with(new Draft("one"));
            var first = floor.tick(TCS, "111");
            var second = floor.tick(TCS, "89");
            floor.process(first);
            var outcome = floor.process(first, second);
            assertThat(outcome.duplicates()).isEqualTo(1);
            assertThat(lines(outcome))
                    .containsExactly("nse-1/one/NSE:TCS/2@paper SELL 89 after nse-1/one/NSE:TCS/1@paper");
        }

        @Test
        void aGapIsCountedAndTheStrategiesGoOn() {
            var floor = Floor.with(new Draft("one"));
            var outcome = floor.process(
                    Floor.tick(TCS, 1, 1, "100"),
                    Floor.tick(TCS, 2, 2, "100"),
                    Floor.tick(TCS, 5, 5, "100"),
                    Floor.tick(TCS, 9, 9, "111"));
            assertThat(outcome.gaps()).isEqualTo(2);
            assertThat(lines(outcome)).containsExactly("nse-1/one/NSE:TCS/9@paper BUY 111 after -");
            assertThat(floor.memories.get(TCS).lastOrdinal()).isEqualTo(9);
        }

        @Test
        void joiningAStreamInItsMiddleIsNoGap() {
            var floor = Floor.with(new Draft("one"));
            assertThat(floor.process(Floor.tick(TCS, 4711, 1, "100")).gaps()).isZero();
        }
    }

    @Nested
    class Memory {

        @Test
        void anotherStreamStartsFromNothing() {
            var floor = Floor.with(new Draft("one"));
            floor.prices("111", "112");
            floor.stream("nse-2");
            assertThat(floor.prices("111")).containsExactly("nse-2/one/NSE:TCS/1@paper BUY 111 after -");
            assertThat(floor.memories.get(TCS)).isEqualTo(memory("nse-2", 1, remembering(1, "nse-2", 1, 111.0)));
        }

        @Test
        void strategiesWarmUpAgainInAnotherStream() {
            var floor = Floor.with(new Draft("slow").type("momentum").parameters("lookback", 3));
            assertThat(floor.prices("100", "100", "105")).containsExactly("nse-1/slow/NSE:TCS/3@paper BUY 105 after -");
            floor.stream("nse-2");
            assertThat(floor.prices("100", "110", "105")).containsExactly("nse-2/slow/NSE:TCS/3@paper BUY 105 after -");
        }

        @Test
        void aChangedDefinitionStartsFromNothingButKeepsItsTurn() {
            var floor = Floor.with(new Draft("one"));
            floor.prices("100", "111");
            floor.change(new Draft("one").version(2));
            assertThat(floor.prices("112"))
                    .containsExactly("nse-1/one/NSE:TCS/3@paper BUY 112 after nse-1/one/NSE:TCS/2@paper");
            assertThat(floor.memories.get(TCS)).isEqualTo(memory("nse-1", 3, remembering(2, "nse-1", 3, 112.0)));
        }

        @Test
        void aDisabledStrategyKeepsItsTurnAndNothingElse() {
            var floor = Floor.with(new Draft("one"), new Draft("two"));
            floor.prices("111");
            floor.change(new Draft("one").version(2).disabled(), new Draft("two"));
            assertThat(floor.prices("112")).isEmpty();
            assertThat(floor.memories.get(TCS).strategies().get("one"))
                    .isEqualTo(new StrategyMemory(
                            StrategyMemory.RETIRED,
                            StrategyState.EMPTY,
                            Optional.empty(),
                            Optional.empty(),
                            new TreeMap<>(Map.of("paper", "nse-1/one/NSE:TCS/1@paper"))));
            floor.change(new Draft("one").version(3));
            assertThat(floor.prices("113"))
                    .containsExactly("nse-1/one/NSE:TCS/3@paper BUY 113 after nse-1/one/NSE:TCS/1@paper");
        }

        @Test
        void aRemovedStrategyThatNeverSignalledIsForgotten() {
            var floor = Floor.with(new Draft("one"), new Draft("two"));
            floor.prices("100");
            floor.change(new Draft("two"));
            floor.prices("100");
            assertThat(floor.memories.get(TCS).strategies()).containsOnlyKeys("two");
        }

        @Test
        void aStrategyThatReturnsAfterNobodyWatchedStartsFromNothingWithoutAGap() {
            var floor = Floor.with(new Draft("one"));
            floor.prices("111");
            floor.change();
            floor.prices("100", "100", "100");
            floor.change(new Draft("one"));
            var outcome = floor.process(floor.tick(TCS, "112"));
            assertThat(outcome.gaps()).isZero();
            assertThat(lines(outcome))
                    .containsExactly("nse-1/one/NSE:TCS/5@paper BUY 112 after nse-1/one/NSE:TCS/1@paper");
        }

        private static InstrumentMemory memory(String stream, long ordinal, StrategyMemory one) {
            return new InstrumentMemory(new StreamId(stream), ordinal, new TreeMap<>(Map.of("one", one)));
        }

        private static StrategyMemory remembering(long version, String stream, long signal, Double... window) {
            return new StrategyMemory(
                    version,
                    new StrategyState(List.of(window), Map.of()),
                    Optional.empty(),
                    Optional.of(Side.BUY),
                    new TreeMap<>(Map.of("paper", stream + "/one/NSE:TCS/" + signal + "@paper")));
        }
    }

    @Test
    void aClosingBatchWithoutTicksLeadsToNothing() {
        assertThat(Floor.with(new Draft("one")).process()).isEqualTo(new Outcome(Map.of(), List.of(), 0, 0, 0));
    }
}
