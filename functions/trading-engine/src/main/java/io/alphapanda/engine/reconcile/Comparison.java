package io.alphapanda.engine.reconcile;

import io.alphapanda.engine.live.Statement;
import java.util.ArrayList;
import java.util.List;

/// What a comparison came to.
///
/// @param findings of orders first, then of positions, then of what is not ours
/// @param foreign  what the next comparison begins with
record Comparison(List<Finding> findings, Foreign foreign) {

    Comparison {
        findings = List.copyOf(findings);
    }

    /// @param earlier what is not ours by the last comparison
    static Comparison of(Ours ours, Statement.Read broker, Foreign earlier) {
        var orders = OrderComparison.of(ours.orders(), broker.orders());
        var positions = PositionComparison.of(ours, broker, earlier);
        var findings = new ArrayList<>(orders.findings());
        findings.addAll(positions.findings());
        findings.addAll(orders.foreign());
        return new Comparison(findings, positions.foreign());
    }

    /// Those by which our books and the broker's contradict each other.
    List<Finding> differences() {
        return findings.stream().filter(each -> each.code().differs()).toList();
    }

    /// This one, without differences the earlier one did not have.
    Comparison confirming(Comparison earlier) {
        return new Comparison(
                findings.stream()
                        .filter(each -> !each.code().differs()
                                || earlier.findings.stream().anyMatch(each::isSameAs))
                        .toList(),
                foreign);
    }
}
