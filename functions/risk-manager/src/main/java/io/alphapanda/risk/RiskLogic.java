package io.alphapanda.risk;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.event.SignalRejected;
import io.alphapanda.domain.event.SignalValidated;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.risk.DenialCode;
import io.alphapanda.domain.risk.RiskDecision;
import io.alphapanda.domain.risk.Rulebook;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.LaneSignal;
import io.alphapanda.stage.delivery.LaneEvent;
import io.alphapanda.stage.delivery.LaneLogic;
import io.alphapanda.stage.event.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// A signal to an approval or a denial.
@Singleton
final class RiskLogic implements LaneLogic<LaneSignal> {

    private final RiskBooks books;

    RiskLogic(RiskBooks books) {
        this.books = books;
    }

    @Override
    public String stage() {
        return "risk-manager";
    }

    @Override
    public Class<LaneSignal> payload() {
        return LaneSignal.class;
    }

    @Override
    public Broker broker(LaneSignal signal) {
        return signal.broker();
    }

    @Override
    public Optional<String> id(LaneSignal signal) {
        return Optional.of(signal.id());
    }

    @Override
    public Optional<String> follows(LaneSignal signal) {
        return signal.follows();
    }

    @Override
    public Uni<List<OutgoingEvent>> decide(LaneEvent<LaneSignal> event) {
        return books.lock(event.broker())
                .chain(() -> books.situation(event))
                .chain(situation -> decide(event, situation));
    }

    private Uni<List<OutgoingEvent>> decide(LaneEvent<LaneSignal> event, RiskBooks.Situation situation) {
        var rulebook = new Rulebook(event.account().limits());
        var decision = rulebook.judge(event.data().signal(), situation.facts());
        return books.record(event, situation, decision)
                .map(_ ->
                        List.of(decided(event, decision, situation.previous().map(StrategyBooks.Approval::signalId))));
    }

    private static OutgoingEvent decided(
            LaneEvent<LaneSignal> event, RiskDecision decision, Optional<String> previousApproval) {
        return decision.denial()
                .map(code -> rejected(event, decision, code))
                .orElseGet(() -> validated(event, decision, previousApproval));
    }

    private static OutgoingEvent validated(
            LaneEvent<LaneSignal> event, RiskDecision decision, Optional<String> previousApproval) {
        var signal = event.data();
        return outgoing(
                event,
                Topics.signalsValidated(event.broker()),
                EventType.SIGNAL_VALIDATED,
                Ids.validated(signal.id()),
                new SignalValidated(signal, decision.verdicts(), previousApproval.map(Ids::validated)));
    }

    private static OutgoingEvent rejected(LaneEvent<LaneSignal> event, RiskDecision decision, DenialCode code) {
        var signal = event.data();
        return outgoing(
                event,
                Topics.signalsRejected(event.broker()),
                EventType.SIGNAL_REJECTED,
                Ids.rejected(signal.id()),
                new SignalRejected(signal, code, decision.verdicts()));
    }

    private static OutgoingEvent outgoing(
            LaneEvent<LaneSignal> event, String topic, EventType type, String id, Object payload) {
        return new OutgoingEvent(
                topic,
                type,
                id,
                event.time(),
                event.data().signal().partitionKey(),
                Optional.of(event.broker().name()),
                Optional.of(event.correlationId()),
                payload);
    }
}
