package io.alphapanda.feed.source;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// Prices that stroll at random in steps of 0.05, for instruments SIM:S01, SIM:S02, …; the same seed gives the same
/// walk.
///
/// @param seed           of the random numbers
/// @param instruments    how many walk, 1 to 500
/// @param ticksPerSecond over all instruments, in event time, 1 to 1,000,000
/// @param count          how many ticks; 0 = without end
/// @param start          event time of the first one
public record RandomWalk(long seed, int instruments, int ticksPerSecond, long count, Instant start)
        implements TickSource {

    public static final int MOST_INSTRUMENTS = 500;
    public static final int MOST_TICKS_PER_SECOND = 1_000_000;

    private static final BigDecimal INCREMENT = new BigDecimal("0.05");
    private static final long NANOS = 1_000_000_000L;

    /// In increments: 100.00 to 1,000.00.
    private static final int LOWEST_START = 2_000;

    private static final int HIGHEST_START = 20_000;

    /// In increments: prices never fall below 5.00.
    private static final int FLOOR = 100;

    private static final int LONGEST_STEP = 4;
    private static final int LARGEST_TRADE = 100;

    @Override
    public Ticks open() {
        return new Walk();
    }

    private final class Walk implements Ticks {
        private final SplittableRandom random = new SplittableRandom(seed);
        private final BrokenLines none = new BrokenLines();
        private final List<InstrumentId> names = new ArrayList<>();
        private final int[] prices = new int[instruments];
        private final long[] volumes = new long[instruments];
        private long given;

        Walk() {
            for (int i = 0; i < instruments; i++) {
                names.add(new InstrumentId("SIM", "S%02d".formatted(i + 1)));
                prices[i] = random.nextInt(LOWEST_START, HIGHEST_START + 1);
            }
        }

        @Override
        public Optional<SourceTick> next() {
            if (count > 0 && given == count) {
                return Optional.empty();
            }
            int who = random.nextInt(instruments);
            prices[who] = Math.max(FLOOR, prices[who] + random.nextInt(-LONGEST_STEP, LONGEST_STEP + 1));
            volumes[who] += random.nextInt(1, LARGEST_TRADE + 1);
            var time = start.plusSeconds(given / ticksPerSecond)
                    .plusNanos(given % ticksPerSecond * NANOS / ticksPerSecond);
            given++;
            return Optional.of(new SourceTick(
                    given,
                    names.get(who),
                    time,
                    new Price(INCREMENT.multiply(BigDecimal.valueOf(prices[who]))),
                    Quantity.of(volumes[who])));
        }

        @Override
        public BrokenLines brokenLines() {
            return none;
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
