package io.alphapanda.domain.strategy;

import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.market.BatchSequence;
import io.alphapanda.domain.market.StreamId;
import io.alphapanda.domain.market.Tick;
import io.alphapanda.domain.market.TickBatch;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.LaneSignal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A trading floor for tests: a brain and what it remembers between batches.
final class Floor {

    static final InstrumentId TCS = InstrumentId.of("NSE:TCS");
    static final InstrumentId INFY = InstrumentId.of("NSE:INFY");
    static final StreamId STREAM = new StreamId("nse-1");
    static final Broker PAPER = new Broker("paper");
    static final Broker ZERODHA = new Broker("zerodha");
    static final Instant OPEN = Readings.OPEN;
    static final Instant DUE = Instant.parse("2026-07-31T03:45:00.250Z");

    /// Buys above 110, sells below 90, without warming up; counts what it has seen.
    static final StrategyType EDGES = new StrategyType() {
        @Override
        public String name() {
            return "edges";
        }

        @Override
        public Strategy create(Parameters parameters) {
            return new Edges();
        }
    };

    private record Edges() implements Strategy {
        @Override
        public StrategyState initial() {
            return StrategyState.EMPTY;
        }

        @Override
        public Reading observe(StrategyState before, Bar bar) {
            var state = before.remember(bar.close(), 3);
            if (bar.close() > 110) {
                return Reading.favours(Side.BUY, state, "bar " + bar.low() + ".." + bar.high() + " of " + bar.ticks());
            }
            return bar.close() < 90 ? Reading.favours(Side.SELL, state, "low") : Reading.quiet(state);
        }
    }

    final Map<InstrumentId, InstrumentMemory> memories = new HashMap<>();
    private final Map<InstrumentId, Long> ordinals = new HashMap<>();
    private StreamId stream = STREAM;
    private Brain brain = new Brain(List.of(), (_, _) -> false);

    /// Puts these strategies in force; both brokers are active, zerodha trades real money.
    static Floor with(Draft... drafts) {
        var floor = new Floor();
        floor.change(drafts);
        return floor;
    }

    void change(Draft... drafts) {
        change(LanePolicy.of(Set.of(PAPER, ZERODHA), Set.of(ZERODHA)), drafts);
    }

    void change(LanePolicy lanes, Draft... drafts) {
        var types = new ArrayList<>(StrategyTypesTest.ALL);
        types.add(EDGES);
        brain = new Brain(
                Arrays.stream(drafts)
                        .map(draft -> ActiveStrategy.of(draft.definition(), types))
                        .toList(),
                lanes);
    }

    /// Starts another day: another stream, ordinals from 1.
    void stream(String name) {
        stream = new StreamId(name);
        ordinals.clear();
    }

    /// Shows prices of TCS, one a second, each in a batch of its own.
    List<String> prices(String... prices) {
        return Arrays.stream(prices)
                .flatMap(price -> process(tick(TCS, price)).signals().stream())
                .map(Floor::line)
                .toList();
    }

    /// The instrument's next tick, a second after the one before it.
    Tick tick(InstrumentId instrument, String price) {
        long ordinal = ordinals.merge(instrument, 1L, Long::sum);
        return tick(instrument, ordinal, ordinal, price);
    }

    static Tick tick(InstrumentId instrument, long ordinal, long second, String price) {
        return new Tick(instrument, ordinal, OPEN.plusSeconds(second), Price.of(price), Quantity.ZERO, ordinal);
    }

    Outcome process(Tick... ticks) {
        return process(AssetClass.EQUITY, List.of(ticks));
    }

    Outcome process(AssetClass assetClass, List<Tick> ticks) {
        var batch = new TickBatch(stream, assetClass, 0, new BatchSequence(1, 1), DUE, ticks.isEmpty(), ticks);
        var outcome = brain.process(instrument -> Optional.ofNullable(memories.get(instrument)), batch);
        memories.putAll(outcome.memories());
        return outcome;
    }

    /// `nse-1/one/NSE:TCS/3@paper BUY 111 after -`
    static String line(LaneSignal lane) {
        return lane.id() + " " + lane.signal().side() + " " + lane.signal().price() + " after "
                + lane.follows().orElse("-");
    }

    static List<String> lines(Outcome outcome) {
        return outcome.signals().stream().map(Floor::line).toList();
    }
}
