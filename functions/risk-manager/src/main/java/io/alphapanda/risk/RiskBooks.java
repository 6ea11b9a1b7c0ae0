package io.alphapanda.risk;

import io.alphapanda.domain.calendar.MarketCalendar;
import io.alphapanda.domain.instrument.Venue;
import io.alphapanda.domain.instrument.Venues;
import io.alphapanda.domain.risk.RiskDecision;
import io.alphapanda.domain.risk.RiskFacts;
import io.alphapanda.domain.risk.Verdict;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.LaneSignal;
import io.alphapanda.domain.signal.Signal;
import io.alphapanda.stage.delivery.LaneEvent;
import io.alphapanda.stage.event.EventCodec;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What risk reads from the ledger and writes to it, within the protocol's transaction. Three statements, because every
/// other signal of the lane waits for them: the lock, one that reads, one that writes. The lock is one of its own: what
/// a statement sees is settled when it begins, before it has waited for anything.
@Singleton
final class RiskBooks {

    /// Reservations that have ended go with it; until then the reading leaves them out.
    private static final String RECORD = """
            with ended as (
                delete from reservations r using orders o
                where r.broker = :broker and r.strategy = :strategy and o.signal_id = r.signal_id
                  and o.status in ('FILLED', 'CANCELLED', 'REJECTED', 'EXPIRED', 'FAILED')),
            signal as (
                insert into signals (id, broker, correlation_id, stream, strategy, definition, instrument, side, quantity,
                    price, reference_price, reference_time, tick_ordinal, expires_at, due_at, reason, follows)
                values (:id, :broker, :idea, :stream, :strategy, :definition, :instrument, :side, :quantity,
                    :price, :referencePrice, :referenceTime, :tickOrdinal, :expiresAt, :dueAt, :reason, :follows)),
            decision as (
                insert into decisions (signal_id, broker, strategy, instrument, side, quantity, trading_day, approved,
                    denial, verdicts, reserved, sequence, as_of)
                values (:id, :broker, :strategy, :instrument, :side, :quantity, :day, :approved,
                    :denial, cast(cast(:verdicts as text) as jsonb), :reserved, :sequence, :asOf)
                returning signal_id, broker, strategy, instrument, side, quantity, reserved, approved)
            insert into reservations (signal_id, broker, strategy, instrument, side, quantity, reserved)
            select signal_id, broker, strategy, instrument, side, quantity, reserved from decision where approved
            """;

    private final EventCodec codec;

    RiskBooks(EventCodec codec) {
        this.codec = codec;
    }

    /// What a decision is made from.
    ///
    /// @param facts    what the rules look at
    /// @param previous the approval before, of the same strategy and instrument
    record Situation(RiskFacts facts, Optional<StrategyBooks.Approval> previous) {}

    /// Takes the lane's row: decisions of one lane are made one after the other.
    Uni<Void> lock(Broker broker) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "insert into risk_lanes (broker) values (?1) on conflict (broker) do update set broker = excluded.broker")
                .setParameter(1, broker.name())
                .executeUpdate()
                .replaceWithVoid());
    }

    /// What the ledger says at this moment.
    Uni<Situation> situation(LaneEvent<LaneSignal> event) {
        var signal = event.data().signal();
        var venue = Venues.find(signal.instrument());
        var account = event.account();
        var day = tradingDay(signal, venue);
        return Panache.getSession()
                .chain(session -> StrategyBooks.load(session, account, event.data(), day))
                .map(books -> new Situation(
                        new RiskFacts(
                                event.time(),
                                Optional.of(books.isDecided()),
                                books.tradingState(),
                                venue.map(_ -> books.trades()),
                                Optional.of(books.exposure(signal.instrument())),
                                Optional.of(books.buyingPower(account.costs(), day)),
                                venue,
                                account.costs()),
                        books.previous()));
    }

    /// Writes signal and decision, and the reservation of an approval.
    Uni<Void> record(LaneEvent<LaneSignal> event, Situation situation, RiskDecision decision) {
        var copy = event.data();
        var signal = copy.signal();
        return Panache.getSession().chain(session -> session.createNativeQuery(RECORD)
                .setParameter("id", copy.id())
                .setParameter("broker", copy.broker().name())
                .setParameter("idea", signal.id())
                .setParameter("stream", signal.stream().value())
                .setParameter("strategy", signal.strategy().value())
                .setParameter("definition", signal.definition())
                .setParameter("instrument", signal.instrument().toString())
                .setParameter("side", signal.side().name())
                .setParameter("quantity", signal.quantity().value())
                .setParameter("price", signal.price().value())
                .setParameter("referencePrice", signal.referencePrice().value())
                .setParameter("referenceTime", signal.referenceTime())
                .setParameter("tickOrdinal", signal.tickOrdinal())
                .setParameter("expiresAt", signal.expiresAt())
                .setParameter("dueAt", signal.dueAt())
                .setParameter("reason", signal.reason())
                .setParameter("follows", copy.follows().orElse(null))
                .setParameter("day", tradingDay(signal, situation.facts().venue()))
                .setParameter("approved", decision.isApproved())
                .setParameter("denial", decision.denial().map(Enum::name).orElse(null))
                .setParameter("verdicts", verdicts(decision))
                .setParameter("reserved", decision.reserved().amount())
                .setParameter("sequence", sequence(situation, decision))
                .setParameter("asOf", event.time())
                .executeUpdate()
                .replaceWithVoid());
    }

    /// As they stand in `decisions.verdicts`.
    @RegisterForReflection
    record Verdicts(List<Verdict> verdicts) {}

    private String verdicts(RiskDecision decision) {
        return new String(codec.encode(new Verdicts(decision.verdicts())), StandardCharsets.UTF_8);
    }

    /// An approval's number for its strategy and instrument in this lane; null for a denial.
    private static Long sequence(Situation situation, RiskDecision decision) {
        return decision.isApproved()
                ? situation.previous().map(each -> each.sequence() + 1).orElse(1L)
                : null;
    }

    private static LocalDate tradingDay(Signal signal, Optional<Venue> venue) {
        return venue.map(Venue::calendar).orElse(MarketCalendar.alwaysOpen()).tradingDay(signal.referenceTime());
    }
}
