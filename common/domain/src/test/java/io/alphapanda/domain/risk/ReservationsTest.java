package io.alphapanda.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.control.TradingState;
import io.alphapanda.domain.instrument.Venues;
import io.alphapanda.domain.money.BasisPoints;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.order.Order;
import io.alphapanda.domain.order.OrderRequest;
import io.alphapanda.domain.paper.PaperExecution;
import io.alphapanda.domain.paper.PaperTerms;
import io.alphapanda.domain.portfolio.Ledger;
import io.alphapanda.domain.signal.LaneSignal;
import io.alphapanda.domain.signal.Wish;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/// The rulebook in a lane of its own: approvals are pending until they are filled or fail, in their order for each
/// instrument, whenever that may be.
class ReservationsTest {

    private static final Quantity MAX_POSITION = Quantity.of(20);
    private static final Money START = Money.of("5000");
    private static final List<String> INSTRUMENTS = List.of("SIM:A", "SIM:B");

    /// What happens next in the lane.
    sealed interface Step {
        String instrument();
    }

    record Signalled(String instrument, Side side, int quantity, Price price) implements Step {}

    record Filled(String instrument) implements Step {}

    record Failed(String instrument) implements Step {}

    private record Approval(LaneSignal signal, Money reserved) {}

    /// The books, and what has been approved and is not in them yet.
    private static final class Lane {

        private final Rulebook rulebook = new Rulebook(
                new RiskLimits(MAX_POSITION, Integer.MAX_VALUE, BasisPoints.of("1000"), Money.of("1000000")));
        private final PaperExecution execution = new PaperExecution(PaperTerms.DEFAULT);
        private final Ledger ledger = new Ledger(START);
        private final Map<String, ArrayDeque<Approval>> pending = new HashMap<>();
        private long ticks;

        void take(Step step) {
            var queue = pending.computeIfAbsent(step.instrument(), _ -> new ArrayDeque<>());
            switch (step) {
                case Signalled signalled -> judge(signalled).ifPresent(queue::add);
                case Filled _ -> Optional.ofNullable(queue.poll()).ifPresent(this::fill);
                case Failed _ -> queue.poll();
            }
        }

        private Optional<Approval> judge(Signalled signalled) {
            var copy = new Wish()
                    .order(signalled.side(), Quantity.of(signalled.quantity()))
                    .of(signalled.instrument())
                    .at(signalled.price())
                    .tick(++ticks)
                    .copy();
            var facts = new RiskFacts(
                    Wish.TIME,
                    Optional.of(false),
                    Optional.of(TradingState.ACTIVE),
                    Optional.of(0),
                    Optional.of(exposure(signalled.instrument())),
                    Optional.of(ledger.buyingPower().minus(reserved())),
                    Venues.find("SIM"),
                    PaperTerms.DEFAULT);
            var decision = rulebook.judge(copy.signal(), facts);
            return decision.isApproved() ? Optional.of(new Approval(copy, decision.reserved())) : Optional.empty();
        }

        private void fill(Approval approval) {
            var request = OrderRequest.of(approval.signal());
            var fill =
                    execution.execute(Order.intended(request), Wish.TIME).fill().orElseThrow();
            ledger.book(new Ledger.Trade(
                    request.instrument().toString(),
                    request.side(),
                    fill.lastQuantity(),
                    fill.lastPrice(),
                    fill.fees()));
        }

        Exposure exposure(String instrument) {
            return new Exposure(
                    ledger.position(instrument).quantity(),
                    pending(instrument, Side.BUY),
                    pending(instrument, Side.SELL));
        }

        private Quantity pending(String instrument, Side side) {
            return pending.getOrDefault(instrument, new ArrayDeque<>()).stream()
                    .map(each -> each.signal().signal())
                    .filter(each -> each.side() == side)
                    .map(each -> each.quantity())
                    .reduce(Quantity.ZERO, Quantity::plus);
        }

        Money reserved() {
            return pending.values().stream()
                    .flatMap(ArrayDeque::stream)
                    .map(Approval::reserved)
                    .reduce(Money.ZERO, Money::plus);
        }
    }

    @Property
    void noSequenceOfApprovalsExceedsTheLargestPosition(@ForAll("steps") List<Step> steps) {
        var lane = new Lane();
        for (var step : steps) {
            lane.take(step);
            var exposure = lane.exposure(step.instrument());
            assertThat(exposure.worstCase(Side.BUY, Quantity.ZERO)).isLessThanOrEqualTo(MAX_POSITION.value());
            assertThat(exposure.worstCase(Side.SELL, Quantity.ZERO)).isLessThanOrEqualTo(MAX_POSITION.value());
            assertThat(exposure.position().magnitude()).isLessThanOrEqualTo(MAX_POSITION);
        }
    }

    /// Prices move by less than half, so that no short loses more than what covers it; how the market gaps is not in
    /// an approval's hands.
    @Property
    void noSequenceOfApprovalsSpendsCashThatIsNotThere(@ForAll("steps") List<Step> steps) {
        var lane = new Lane();
        for (var step : steps) {
            lane.take(step);
            assertThat(lane.ledger.portfolio().cash()).isGreaterThanOrEqualTo(Money.ZERO);
            assertThat(lane.ledger.buyingPower()).isGreaterThanOrEqualTo(Money.ZERO);
        }
        steps.forEach(step -> {
            while (!lane.pending.get(step.instrument()).isEmpty()) {
                lane.take(new Filled(step.instrument()));
                assertThat(lane.ledger.buyingPower()).isGreaterThanOrEqualTo(Money.ZERO);
            }
        });
        assertThat(lane.reserved()).isEqualTo(Money.ZERO);
    }

    @Test
    void theLastUnitAndTheLastPaisaCanBeReached() {
        var lane = new Lane();
        for (int i = 0; i < 30; i++) {
            lane.take(new Signalled("SIM:A", Side.BUY, 1, Price.of("10")));
        }
        assertThat(lane.exposure("SIM:A").pendingBuys()).isEqualTo(MAX_POSITION);
        var needed = lane.reserved();
        assertThat(needed).isEqualTo(Money.of("201.201")); // twenty at 10.05 and a thousandth
        for (int i = 0; i < 20; i++) {
            lane.take(new Filled("SIM:A"));
        }
        assertThat(lane.exposure("SIM:A").position().magnitude()).isEqualTo(MAX_POSITION);
        assertThat(lane.ledger.buyingPower()).isEqualTo(START.minus(needed));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        var instruments = Arbitraries.of(INSTRUMENTS);
        Arbitrary<Step> signalled = Combinators.combine(
                        instruments,
                        Arbitraries.of(Side.class),
                        Arbitraries.integers().between(1, 25),
                        Arbitraries.integers().between(100, 149))
                .as((instrument, side, quantity, price) ->
                        new Signalled(instrument, side, quantity, Price.of(String.valueOf(price))));
        Arbitrary<Step> filled = instruments.map(Filled::new);
        Arbitrary<Step> failed = instruments.map(Failed::new);
        return Arbitraries.oneOf(signalled, signalled, filled, filled, failed)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }
}
