package io.alphapanda.local.check;

import io.alphapanda.domain.signal.Broker;
import java.util.ArrayList;
import java.util.List;

/// Audits a house. The two lists are all that is checked.
public final class Audit {

    private static final List<Check> OF_A_LANE = List.of(
            SignalsDecided.CHECK,
            ApprovalsExecuted.CHECK,
            OneOrderPerLeg.CHECK,
            FillsBookedOnce.CHECK,
            FillSequences.CHECK,
            BooksAddUp.CHECK,
            CashAccounted.CHECK,
            ViewsMatch.CHECK,
            InboxComplete.CHECK,
            OutboxSent.CHECK,
            EventsConsistent.CHECK,
            Isolation.OF_A_LANE,
            NoDeadLetters.OF_A_LANE);

    private static final List<Check> OF_THE_HOUSE = List.of(Isolation.OF_THE_HOUSE, NoDeadLetters.OF_THE_HOUSE);

    private static final String HOUSE = "house";

    private Audit() {}

    /// @throws AuditException if a store does not answer
    public static AuditResult run(AuditTarget target) {
        try (var evidence = Evidence.gather(target)) {
            var findings = new ArrayList<Finding>();
            for (var broker : target.brokers()) {
                OF_A_LANE.forEach(check -> findings.add(find(evidence, check, broker)));
            }
            OF_THE_HOUSE.forEach(check -> findings.add(find(evidence, check, null)));
            return new AuditResult(findings);
        }
    }

    private static Finding find(Evidence evidence, Check check, Broker lane) {
        var scope = lane == null ? HOUSE : lane.name();
        var first = new ArrayList<String>();
        long total = 0;
        for (var query : check.differences()) {
            var found = evidence.differences(query, scope);
            first.addAll(found.first());
            total += found.total();
        }
        return new Finding(check.name(), scope, evidence.line(check.summary(), scope), first, total);
    }
}
