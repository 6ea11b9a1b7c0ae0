package io.alphapanda.domain.risk;

import io.alphapanda.domain.money.Money;
import java.util.List;
import java.util.Optional;

/// What the rulebook decided.
///
/// @param verdicts every rule's, in the book's order
/// @param reserved what the order may take from the buying power if approved; zero if denied
public record RiskDecision(List<Verdict> verdicts, Money reserved) {

    /// The first denial; empty means approved.
    public Optional<DenialCode> denial() {
        return verdicts.stream().flatMap(each -> each.denial().stream()).findFirst();
    }

    public boolean isApproved() {
        return denial().isEmpty();
    }
}
