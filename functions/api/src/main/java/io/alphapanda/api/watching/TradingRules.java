package io.alphapanda.api.watching;

import io.alphapanda.domain.control.TradingState;
import io.alphapanda.domain.order.Reality;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether the lanes trade as they should.
final class TradingRules {

    private static final int WHOLE = 100;
    private static final String DIFFERENT = "DIFFERENT";

    private TradingRules() {}

    static Stream<Condition> halted(HouseState state, Limits limits) {
        return state.lanes().stream()
                .filter(each -> each.state() == TradingState.HALTED)
                .map(each -> Condition.of(
                        AlertCode.LANE_HALTED,
                        each.broker(),
                        "lane",
                        "no order leaves; when its cause is put right, ./panda resume %s --reason WHY"
                                .formatted(each.broker())));
    }

    static Stream<Condition> rejections(HouseState state, Limits limits) {
        return state.lanes().stream()
                .filter(each -> each.orders() >= limits.rejectionsOf()
                        && each.refused() * WHOLE > each.orders() * limits.rejectionsPercent())
                .map(each -> Condition.of(
                        AlertCode.REJECTIONS_HIGH,
                        each.broker(),
                        "orders",
                        "%d of %d orders of the last ten minutes were rejected or failed, %d %% are allowed; their codes say why"
                                .formatted(each.refused(), each.orders(), limits.rejectionsPercent())));
    }

    /// A paper account has nobody to compare with.
    static Stream<Condition> reconciliation(HouseState state, Limits limits) {
        return state.lanes().stream()
                .filter(each -> each.reality() != Reality.PAPER)
                .flatMap(each -> each.compared().flatMap(last -> of(each.broker(), last, state, limits)).stream());
    }

    private static Optional<Condition> of(String broker, HouseState.Comparison last, HouseState state, Limits limits) {
        if (last.outcome().equals(DIFFERENT)) {
            return Optional.of(Condition.of(
                    AlertCode.RECONCILIATION_DIFFERENT,
                    broker,
                    "books",
                    "the comparison at %s found differences; see ./panda reconcile %s".formatted(last.at(), broker)));
        }
        var age = Duration.between(last.at(), state.now());
        return age.compareTo(limits.reconciliation()) > 0
                ? Optional.of(Condition.of(
                        AlertCode.RECONCILIATION_OVERDUE,
                        broker,
                        "books",
                        "last compared %d min ago; log in, or see ./panda reconcile %s"
                                .formatted(age.toMinutes(), broker)))
                : Optional.empty();
    }
}
