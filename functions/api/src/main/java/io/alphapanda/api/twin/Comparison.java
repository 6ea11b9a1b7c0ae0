package io.alphapanda.api.twin;

import io.alphapanda.api.idea.Execution;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Twins of one strategy and instrument, summed up.
final class Comparison {

    private static final int DIGITS = 2;

    private Comparison() {}

    static TwinSummaryLine of(String strategy, String instrument, List<Twin> twins) {
        var executed = twins.stream()
                .filter(each -> each.difference().legs() == Legs.BOTH)
                .toList();
        var delays = executed.stream()
                .flatMap(each -> each.difference().delayMillis().stream())
                .sorted()
                .toList();
        return new TwinSummaryLine(
                strategy,
                instrument,
                twins.size(),
                executed.size(),
                count(twins, Legs.MISSED),
                count(twins, Legs.EXTRA),
                count(twins, Legs.NEITHER),
                count(twins, Legs.PENDING),
                mean(executed.stream()
                        .flatMap(each -> each.execution().slippageBps().stream())
                        .toList()),
                mean(executed.stream()
                        .flatMap(each -> each.against().flatMap(Execution::slippageBps).stream())
                        .toList()),
                executed.stream()
                        .flatMap(each -> each.difference().slippageBps().stream())
                        .max(Comparator.naturalOrder()),
                nearestRank(delays, 50),
                nearestRank(delays, 95));
    }

    private static long count(List<Twin> twins, Legs legs) {
        return twins.stream().filter(each -> each.difference().legs() == legs).count();
    }

    private static Optional<BigDecimal> mean(List<BigDecimal> values) {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(values.size()), DIGITS, RoundingMode.HALF_EVEN));
    }

    /// The smallest value that at least `percent` of them do not exceed (nearest-rank percentile).
    ///
    /// @param sorted ascending
    private static Optional<Long> nearestRank(List<Long> sorted, int percent) {
        return sorted.isEmpty()
                ? Optional.empty()
                : Optional.of(sorted.get(Math.ceilDiv(sorted.size() * percent, 100) - 1));
    }
}
