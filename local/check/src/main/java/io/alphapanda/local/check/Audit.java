package io.alphapanda.local.check;

import io.alphapanda.domain.signal.Broker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Audits a house. The two lists are all that is checked, and [BrokerAgrees] of a lane at a simulated broker.
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
            SnapshotsMatch.CHECK,
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
                compareWithBroker(target, evidence, broker).ifPresent(findings::add);
            }
            OF_THE_HOUSE.forEach(check -> findings.add(find(evidence, check, null)));
            return new AuditResult(findings);
        }
    }

    private static Optional<Finding> compareWithBroker(AuditTarget target, Evidence evidence, Broker lane) {
        if (!evidence.line(BrokerAgrees.APPLIES, lane.name()).equals("t")) {
            return Optional.empty();
        }
        return Optional.of(
                target.simulator().isPresent()
                        ? find(evidence, BrokerAgrees.CHECK, lane)
                        : new Finding(BrokerAgrees.NAME, lane.name(), BrokerAgrees.NOT_COMPARED, List.of(), 0));
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
