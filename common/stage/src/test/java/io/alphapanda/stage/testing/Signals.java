package io.alphapanda.stage.testing;

import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.market.StreamId;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.LaneSignal;
import io.alphapanda.domain.signal.Signal;
import io.alphapanda.domain.signal.StrategyId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Signals of one strategy on one instrument in one lane, each following the one before; a strategy of its own for
/// each test keeps tests apart.
public final class Signals {

    /// A Thursday, 11:00 in Mumbai: NSE is open.
    public static final Instant TIME = Instant.parse("2026-03-05T05:30:00Z");

    private final Broker broker;
    private final StrategyId strategy;
    private final InstrumentId instrument;
    private long ordinal;
    private Optional<String> last = Optional.empty();

    public Signals(String broker, String strategy) {
        this(broker, strategy, "NSE:TCS");
    }

    public Signals(String broker, String strategy, String instrument) {
        this.broker = new Broker(broker);
        this.strategy = new StrategyId(strategy);
        this.instrument = InstrumentId.of(instrument);
    }

    /// The next signal, at 100 rupees.
    public LaneSignal next(Side side, long quantity) {
        return next(side, quantity, "100", TIME);
    }

    public LaneSignal next(Side side, long quantity, String price, Instant time) {
        ordinal++;
        var stream = new StreamId("test-1");
        var id = Ids.signal(stream, strategy, instrument, ordinal);
        var signal = new Signal(
                id,
                stream,
                strategy,
                1,
                instrument,
                side,
                Quantity.of(quantity),
                Price.of(price),
                Price.of(price),
                time.plusSeconds(ordinal),
                ordinal,
                time.plusSeconds(ordinal).plus(Duration.ofMinutes(1)),
                Instant.now(),
                "test");
        var copy = new LaneSignal(Ids.laneSignal(id, broker), broker, signal, last);
        last = Optional.of(copy.id());
        return copy;
    }
}
