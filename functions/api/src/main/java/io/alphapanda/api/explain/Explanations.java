package io.alphapanda.api.explain;

import io.alphapanda.api.idea.Idea;
import io.alphapanda.api.lane.ActiveBrokers;
import io.alphapanda.api.ledger.LedgerSnapshot;
import io.alphapanda.api.problem.ProblemException;
import io.alphapanda.api.problem.ProblemType;
import io.alphapanda.api.trail.Trail;
import io.alphapanda.api.trail.TrailLedger;
import io.alphapanda.stage.ledger.SignalRow;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/// Explains ideas.
@Singleton
public final class Explanations {

    private final ActiveBrokers brokers;
    private final LedgerSnapshot snapshot;

    Explanations(ActiveBrokers brokers, LedgerSnapshot snapshot) {
        this.brokers = brokers;
        this.snapshot = snapshot;
    }

    Uni<Explanation> of(String correlationId) {
        return snapshot.read(() -> SignalRow.<SignalRow>list(
                                "correlationId = ?1 and broker in ?2 order by broker", correlationId, brokers.names())
                        .chain(TrailLedger::ofSignals))
                .map(trails -> explain(correlationId, trails));
    }

    private Explanation explain(String correlationId, List<Trail> trails) {
        if (trails.isEmpty()) {
            throw ProblemException.of(
                    ProblemType.UNKNOWN_SIGNAL,
                    "risk of no active broker has decided on a signal of this correlation id;"
                            + " every signal, order and fill carries its own",
                    "correlationId",
                    correlationId,
                    List.of());
        }
        return new Explanation(
                Idea.of(trails.getFirst().signal()),
                trails.stream()
                        .map(each -> LaneStory.of(brokers.lane(each.signal().broker), each))
                        .toList());
    }
}
