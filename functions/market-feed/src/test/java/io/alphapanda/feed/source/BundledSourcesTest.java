package io.alphapanda.feed.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BundledSourcesTest {

    private static final Instant START = Instant.parse("2026-01-05T04:00:00Z");

    @Test
    void bitstampsTradesAreAllThereWithTheirVolumeSummedUp() {
        var ticks = first(new BitstampTrades(), Integer.MAX_VALUE);

        assertThat(ticks).hasSize(100_000);
        assertThat(ticks.get(1))
                .isEqualTo(new SourceTick(
                        3,
                        InstrumentId.of("BITSTAMP:BTCUSD"),
                        Instant.parse("2013-11-25T00:00:13Z"),
                        Price.of("800.05"),
                        Quantity.of("0.37838049")));
    }

    @Test
    void theSameSeedWalksTheSameWayEveryTime() {
        var walk = new RandomWalk(42, 5, 100, 1_000, START);

        assertThat(first(walk, 1_000)).isEqualTo(first(walk, 1_000)).hasSize(1_000);
        assertThat(first(new RandomWalk(43, 5, 100, 1_000, START), 1_000)).isNotEqualTo(first(walk, 1_000));
    }

    @Test
    void aWalkGoesInStepsOfFivePaiseAtARegularBeat() {
        var ticks = first(new RandomWalk(42, 3, 4, 0, START), 5_000);

        assertThat(ticks)
                .extracting(each -> each.instrument().toString())
                .containsOnly("SIM:S01", "SIM:S02", "SIM:S03");
        assertThat(ticks.get(9).time()).isEqualTo(START.plus(Duration.ofMillis(2_250)));
        assertThat(ticks).allSatisfy(each -> assertThat(each.price().value().remainder(new BigDecimal("0.05")))
                .isZero());
        assertThat(ticks).extracting(SourceTick::position).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aWalkEndsAtItsCount() {
        assertThat(first(new RandomWalk(1, 1, 1, 17, START), 100)).hasSize(17);
    }

    private static List<SourceTick> first(TickSource source, int most) {
        var all = new ArrayList<SourceTick>();
        try (var ticks = source.open()) {
            while (all.size() < most) {
                var next = ticks.next();
                if (next.isEmpty()) {
                    break;
                }
                all.add(next.get());
            }
        }
        return all;
    }
}
