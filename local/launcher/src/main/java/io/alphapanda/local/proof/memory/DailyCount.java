package io.alphapanda.local.proof.memory;

import io.alphapanda.domain.control.TradingState;
import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.market.StreamId;
import io.alphapanda.domain.money.BasisPoints;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.paper.PaperTerms;
import io.alphapanda.domain.risk.RiskLimits;
import io.alphapanda.domain.signal.LaneSignal;
import io.alphapanda.domain.signal.Signal;
import io.alphapanda.domain.signal.StrategyId;
import io.alphapanda.local.proof.Violation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A lane that may trade a few times a day, asked at moments in any order: each of the market's days gets as many
/// approvals as it may have, and not one more.
final class DailyCount {

    private static final int LIMIT = 3;
    private static final InstrumentId INSTRUMENT = InstrumentId.of("NSE:TCS");
    private static final StrategyId STRATEGY = new StrategyId("daily");
    private static final StreamId STREAM = new StreamId("clock");

    private final Function<Instant, LocalDate> days;
    private final Map<LocalDate, Integer> asked = new HashMap<>();
    private final Map<LocalDate, Integer> approved = new HashMap<>();
    private final MemoryLane lane;
    private Optional<String> last = Optional.empty();
    private long ordinal;

    /// @param days which day a moment must count to
    DailyCount(Function<Instant, LocalDate> days) {
        this.days = days;
        var terms = new MemoryLane.Terms(
                new RiskLimits(Quantity.of(1_000_000), LIMIT, BasisPoints.of("1000"), Money.of("1000000")),
                PaperTerms.DEFAULT,
                Money.of("1000000000"),
                true);
        lane = new MemoryLane(terms, Guards.ALL, new Witness() {
            @Override
            public void approved(Mail.Wished wished, TradingState state) {
                approved.merge(days.apply(wished.asOf()), 1, Integer::sum);
            }
        });
    }

    void ask(Instant moment) {
        ordinal++;
        var signal = new Signal(
                Ids.signal(STREAM, STRATEGY, INSTRUMENT, ordinal),
                STREAM,
                STRATEGY,
                1,
                INSTRUMENT,
                ordinal % 2 == 0 ? Side.SELL : Side.BUY,
                Quantity.of(1),
                Price.of("100"),
                Price.of("100"),
                moment,
                ordinal,
                moment.plusSeconds(30),
                moment,
                "clock");
        var copy = new LaneSignal(Ids.laneSignal(signal.id(), Day.BROKER), Day.BROKER, signal, last);
        last = Optional.of(copy.id());
        lane.deliver(new Mail.Wished(copy)).orElseThrow().forEach(lane::deliver);
        var day = days.apply(moment);
        int must = Math.min(LIMIT, asked.merge(day, 1, Integer::sum));
        if (approved.getOrDefault(day, 0) != must) {
            throw new Violation(approved.getOrDefault(day, 0) + " approvals on " + day + ", must be " + must);
        }
    }
}
