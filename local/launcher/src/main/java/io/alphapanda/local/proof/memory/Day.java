package io.alphapanda.local.proof.memory;

import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.market.BatchSequence;
import io.alphapanda.domain.market.StreamId;
import io.alphapanda.domain.market.Tick;
import io.alphapanda.domain.market.TickBatch;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.StrategyId;
import io.alphapanda.domain.strategy.ActiveStrategy;
import io.alphapanda.domain.strategy.Brain;
import io.alphapanda.domain.strategy.Interval;
import io.alphapanda.domain.strategy.LowFrequency;
import io.alphapanda.domain.strategy.MeanReversion;
import io.alphapanda.domain.strategy.Momentum;
import io.alphapanda.domain.strategy.Parameters;
import io.alphapanda.domain.strategy.Rsi;
import io.alphapanda.domain.strategy.StrategyDefinition;
import io.alphapanda.domain.strategy.StrategyType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// A made-up hour of ticks, and the strategies that look at it. Everything comes from the seed.
final class Day {

    static final Broker BROKER = new Broker("paper");

    private static final StreamId STREAM = new StreamId("day");
    private static final Instant OPEN = Instant.parse("2026-03-05T05:30:00Z");
    private static final List<InstrumentId> INSTRUMENTS =
            List.of(InstrumentId.of("NSE:TCS"), InstrumentId.of("NSE:INFY"), InstrumentId.of("NSE:SBIN"));
    private static final List<StrategyType> TYPES =
            List.of(new Momentum(), new MeanReversion(), new Rsi(), new LowFrequency());

    private Day() {}

    static Brain brain() {
        return new Brain(
                List.of(
                        strategy("momentum", Map.of("lookback", "5", "thresholdPercent", "0.4")),
                        strategy("mean-reversion", Map.of("lookback", "6", "sigma", "1", "rsiPeriod", "3")),
                        strategy("rsi", Map.of("period", "4")),
                        strategy("low-frequency", Map.of("cooldownSeconds", "60"))),
                (_, _) -> true);
    }

    private static ActiveStrategy strategy(String type, Map<String, String> parameters) {
        var numbers = new HashMap<String, BigDecimal>();
        parameters.forEach((name, value) -> numbers.put(name, new BigDecimal(value)));
        return ActiveStrategy.of(
                new StrategyDefinition(
                        new StrategyId(type),
                        1,
                        type,
                        true,
                        false,
                        List.of(BROKER),
                        Set.of(AssetClass.EQUITY),
                        Set.of(),
                        Interval.TICK,
                        Quantity.of(3),
                        Duration.ofSeconds(30),
                        new Parameters(numbers)),
                TYPES);
    }

    /// Prices wander; times repeat and now and then run backwards.
    static List<Tick> ticks(Random random, int count) {
        var ticks = new ArrayList<Tick>(count);
        var ordinals = new long[INSTRUMENTS.size()];
        var paise = new int[] {300_000, 150_000, 80_000};
        int second = 0;
        for (int i = 0; i < count; i++) {
            int which = random.nextInt(INSTRUMENTS.size());
            paise[which] = Math.max(5_000, paise[which] + random.nextInt(-150, 151) * 10);
            second = Math.max(0, second + random.nextInt(-2, 8));
            ticks.add(new Tick(
                    INSTRUMENTS.get(which),
                    ++ordinals[which],
                    OPEN.plusSeconds(second),
                    new Price(BigDecimal.valueOf(paise[which], 2)),
                    Quantity.ZERO,
                    ordinals[which]));
        }
        return ticks;
    }

    static TickBatch batch(List<Tick> ticks) {
        return new TickBatch(STREAM, AssetClass.EQUITY, 0, new BatchSequence(1, 1), OPEN, false, ticks);
    }
}
