package io.alphapanda.risk;

import io.alphapanda.domain.calendar.MarketCalendar;
import io.alphapanda.domain.instrument.Venue;
import io.alphapanda.domain.instrument.Venues;
import io.alphapanda.domain.risk.Exposure;
import io.alphapanda.domain.risk.RiskDecision;
import io.alphapanda.domain.risk.RiskFacts;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.LaneSignal;
import io.alphapanda.domain.signal.Signal;
import io.alphapanda.stage.delivery.LaneEvent;
import io.alphapanda.stage.event.EventCodec;
import io.alphapanda.stage.ledger.DecisionRow;
import io.alphapanda.stage.ledger.ReservationRow;
import io.alphapanda.stage.ledger.SignalRow;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/// What risk reads from the ledger and writes to it, within the protocol's transaction.
@Singleton
final class RiskBooks {

    private final EventCodec codec;

    RiskBooks(EventCodec codec) {
        this.codec = codec;
    }

    /// Takes the lane's row: decisions of one lane are made one after the other.
    Uni<Void> lock(Broker broker) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "insert into risk_lanes (broker) values (?1) on conflict (broker) do update set broker = excluded.broker")
                .setParameter(1, broker.name())
                .executeUpdate()
                .replaceWithVoid());
    }

    /// What the rules look at. The order of the reads matters: what is pending first, then what is filled, so that an
    /// order filled in between counts twice for a moment, never not at all.
    Uni<RiskFacts> facts(LaneEvent<LaneSignal> event) {
        var signal = event.data().signal();
        var venue = Venues.find(signal.instrument());
        var account = event.account();
        return Panache.getSession().chain(session -> decidedBefore(session, event)
                .chain(decided -> tradesToday(session, event, venue).chain(trades -> clearEnded(session, event)
                        .chain(() -> pending(event))
                        .chain(pending -> Holdings.load(session, account, signal.strategy())
                                .map(holdings -> new RiskFacts(
                                        event.time(),
                                        Optional.of(decided),
                                        trades,
                                        Optional.of(exposure(signal, pending, holdings)),
                                        Optional.of(holdings.buyingPower().minus(Pending.reserved(pending))),
                                        venue,
                                        account.costs()))))));
    }

    private static Exposure exposure(Signal signal, List<ReservationRow> pending, Holdings holdings) {
        return Pending.exposure(holdings.position(signal.instrument()), signal.instrument(), pending);
    }

    private static Uni<Boolean> decidedBefore(Mutiny.Session session, LaneEvent<LaneSignal> event) {
        return SignalRow.count(
                        "correlationId = ?1 and broker = ?2",
                        event.data().signal().id(),
                        event.broker().name())
                .map(count -> count > 0);
    }

    private static Uni<Optional<Integer>> tradesToday(
            Mutiny.Session session, LaneEvent<LaneSignal> event, Optional<Venue> venue) {
        if (venue.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return DecisionRow.count(
                        "broker = ?1 and strategy = ?2 and tradingDay = ?3 and approved",
                        event.broker().name(),
                        event.data().signal().strategy().value(),
                        tradingDay(event.data().signal(), venue))
                .map(count -> Optional.of(Math.toIntExact(count)));
    }

    /// Reservations end with their orders.
    private static Uni<Void> clearEnded(Mutiny.Session session, LaneEvent<LaneSignal> event) {
        return session.createNativeQuery("""
                        delete from reservations r using orders o
                        where r.broker = ?1 and r.strategy = ?2 and o.signal_id = r.signal_id
                          and o.status in ('FILLED', 'CANCELLED', 'REJECTED', 'EXPIRED', 'FAILED')
                        """)
                .setParameter(1, event.broker().name())
                .setParameter(2, event.data().signal().strategy().value())
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Uni<List<ReservationRow>> pending(LaneEvent<LaneSignal> event) {
        return ReservationRow.list(
                "broker = ?1 and strategy = ?2",
                event.broker().name(),
                event.data().signal().strategy().value());
    }

    /// Writes signal and decision, and the reservation of an approval. Gives the signal id of the approval before it,
    /// for the same strategy and instrument; empty for the first and for denials.
    Uni<Optional<String>> record(LaneEvent<LaneSignal> event, RiskDecision decision) {
        var signal = signalRow(event);
        var row = decisionRow(event, decision);
        return Panache.getSession().chain(session -> {
            if (!decision.isApproved()) {
                return session.persistAll(signal, row).replaceWith(Optional.<String>empty());
            }
            return DecisionRow.<DecisionRow>find(
                            "broker = ?1 and strategy = ?2 and instrument = ?3 and sequence is not null"
                                    + " order by sequence desc",
                            row.broker,
                            row.strategy,
                            row.instrument)
                    .page(0, 1)
                    .list()
                    .chain(previous -> {
                        row.sequence = previous.isEmpty() ? 1 : previous.getFirst().sequence + 1;
                        return session.persistAll(signal, row, reservation(row))
                                .replaceWith(previous.stream()
                                        .map(each -> each.signalId)
                                        .findFirst());
                    });
        });
    }

    private static SignalRow signalRow(LaneEvent<LaneSignal> event) {
        var copy = event.data();
        var signal = copy.signal();
        var row = new SignalRow();
        row.id = copy.id();
        row.broker = copy.broker().name();
        row.correlationId = signal.id();
        row.stream = signal.stream().value();
        row.strategy = signal.strategy().value();
        row.definition = signal.definition();
        row.instrument = signal.instrument().toString();
        row.side = signal.side();
        row.quantity = signal.quantity().value();
        row.price = signal.price().value();
        row.referencePrice = signal.referencePrice().value();
        row.referenceTime = signal.referenceTime();
        row.tickOrdinal = signal.tickOrdinal();
        row.expiresAt = signal.expiresAt();
        row.dueAt = signal.dueAt();
        row.reason = signal.reason();
        row.follows = copy.follows().orElse(null);
        return row;
    }

    private DecisionRow decisionRow(LaneEvent<LaneSignal> event, RiskDecision decision) {
        var copy = event.data();
        var signal = copy.signal();
        var row = new DecisionRow();
        row.signalId = copy.id();
        row.broker = copy.broker().name();
        row.strategy = signal.strategy().value();
        row.instrument = signal.instrument().toString();
        row.side = signal.side();
        row.quantity = signal.quantity().value();
        row.tradingDay = tradingDay(signal, Venues.find(signal.instrument()));
        row.approved = decision.isApproved();
        row.denial = decision.denial().orElse(null);
        row.verdicts = new String(codec.encode(Map.of("verdicts", decision.verdicts())), StandardCharsets.UTF_8);
        row.reserved = decision.reserved().amount();
        row.asOf = event.time();
        return row;
    }

    private static ReservationRow reservation(DecisionRow decision) {
        var row = new ReservationRow();
        row.signalId = decision.signalId;
        row.broker = decision.broker;
        row.strategy = decision.strategy;
        row.instrument = decision.instrument;
        row.side = decision.side;
        row.quantity = decision.quantity;
        row.reserved = decision.reserved;
        return row;
    }

    private static LocalDate tradingDay(Signal signal, Optional<Venue> venue) {
        return venue.map(Venue::calendar).orElse(MarketCalendar.alwaysOpen()).tradingDay(signal.referenceTime());
    }
}
