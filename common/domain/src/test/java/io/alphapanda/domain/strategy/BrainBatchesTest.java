package io.alphapanda.domain.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.market.Tick;
import io.alphapanda.domain.signal.LaneSignal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// However the same ticks are cut into batches, and whichever batches come again, the same signals come out.
class BrainBatchesTest {

    private static final List<InstrumentId> INSTRUMENTS =
            List.of(Floor.TCS, Floor.INFY, InstrumentId.of("NSE:RELIANCE"));

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void cutsAndRepetitionsMakeNoDifference(
            @ForAll long market, @ForAll long cuts, @ForAll @IntRange(min = 1, max = 60) int longest) {
        var ticks = walk(new Random(market));
        var oneByOne = floor();
        var expected = new ArrayList<LaneSignal>();
        for (var tick : ticks) {
            expected.addAll(oneByOne.process(tick).signals());
        }

        var floor = floor();
        var signals = new ArrayList<LaneSignal>();
        var random = new Random(cuts);
        for (int from = 0; from < ticks.size(); ) {
            int to = Math.min(ticks.size(), from + 1 + random.nextInt(longest));
            signals.addAll(
                    floor.process(AssetClass.EQUITY, ticks.subList(from, to)).signals());
            int again = random.nextInt(to);
            assertThat(floor.process(AssetClass.EQUITY, ticks.subList(again, to))
                            .signals())
                    .as("ticks %d to %d once more", again, to)
                    .isEmpty();
            from = to;
        }

        assertThat(signals).isEqualTo(expected);
        assertThat(signals).isNotEmpty();
        assertThat(floor.memories).isEqualTo(oneByOne.memories);
        assertThat(signals.stream().map(LaneSignal::id)).doesNotHaveDuplicates();
        assertThatEachFollowsTheOneBefore(signals);
    }

    private static void assertThatEachFollowsTheOneBefore(List<LaneSignal> signals) {
        var last = new HashMap<String, String>();
        for (var lane : signals) {
            var turn = lane.broker() + " " + lane.signal().partitionKey();
            assertThat(lane.follows().orElse("none")).isEqualTo(last.getOrDefault(turn, "none"));
            last.put(turn, lane.id());
        }
    }

    /// All five strategies, ticks and bars, one lane and two.
    private static Floor floor() {
        return Floor.with(
                new Draft("momentum").type("momentum").parameters("lookback", 5, "thresholdPercent", 0.5),
                new Draft("reversion").type("mean-reversion").parameters("lookback", 6, "sigma", 1, "rsiPeriod", 3),
                new Draft("rsi").type("rsi").parameters("period", 4).live().brokers(Floor.PAPER, Floor.ZERODHA),
                new Draft("breakout").type("breakout").parameters("lookback", 3).interval(Interval.ONE_MINUTE),
                new Draft("pulse")
                        .type("low-frequency")
                        .parameters("cooldownSeconds", 60)
                        .instruments(Floor.INFY));
    }

    /// Prices wander; times repeat and now and then run backwards.
    private static List<Tick> walk(Random random) {
        var ticks = new ArrayList<Tick>();
        var ordinals = new long[INSTRUMENTS.size()];
        var paise = new int[] {10_000, 20_000, 30_000};
        int second = 0;
        for (int i = 0; i < 300; i++) {
            int which = random.nextInt(INSTRUMENTS.size());
            paise[which] = Math.max(100, paise[which] + random.nextInt(-120, 121));
            second = Math.max(0, second + random.nextInt(-2, 8));
            var price = "%d.%02d".formatted(paise[which] / 100, paise[which] % 100);
            ticks.add(Floor.tick(INSTRUMENTS.get(which), ++ordinals[which], second, price));
        }
        return ticks;
    }
}
