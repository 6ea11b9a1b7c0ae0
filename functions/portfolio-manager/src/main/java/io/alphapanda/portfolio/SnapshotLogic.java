package io.alphapanda.portfolio;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.event.Ping;
import io.alphapanda.domain.event.PnlSnapshot;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.broker.ConfigurationException;
import io.alphapanda.stage.delivery.LaneEvent;
import io.alphapanda.stage.delivery.LaneLogic;
import io.alphapanda.stage.event.OutgoingEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// A ping to a snapshot of each portfolio it is due of.
///
/// ```
/// fired more than two minutes ago, or to come ─▶ nothing: today's books are not what it asked for
/// books, in one statement ─▶ last prices ─▶ appraisal ─▶ ledger, outbox
/// ```
@Singleton
@RegisterForReflection(targets = Ping.class)
final class SnapshotLogic implements LaneLogic<Ping> {

    private static final Logger LOG = Logger.getLogger(SnapshotLogic.class);

    /// A ping shows the books as they are when it is dealt with; later than this that would be another moment's.
    private static final Duration MOST_LATE = Duration.ofMinutes(2);

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(7);

    private final SnapshotBooks books;
    private final LastPrices prices;
    private final SnapshotLedger ledger;
    private final Clock clock;
    private final Duration staleAfter;

    /// @param staleAfter from which age on a price is called stale in a snapshot; it goes in all the same
    @Inject
    SnapshotLogic(
            SnapshotBooks books,
            LastPrices prices,
            SnapshotLedger ledger,
            Clock clock,
            @ConfigProperty(name = "panda.snapshots.stale-after", defaultValue = "5m") Duration staleAfter) {
        if (staleAfter.compareTo(SHORTEST) < 0 || staleAfter.compareTo(LONGEST) > 0) {
            throw new ConfigurationException("panda.snapshots.stale-after " + staleAfter + " must be between "
                    + SHORTEST + " and " + LONGEST + "; correct it or remove it for the default of 5 minutes");
        }
        this.books = books;
        this.prices = prices;
        this.ledger = ledger;
        this.clock = clock;
        this.staleAfter = staleAfter;
    }

    @Override
    public String stage() {
        return "portfolio-manager";
    }

    @Override
    public Class<Ping> payload() {
        return Ping.class;
    }

    @Override
    public Broker broker(Ping ping) {
        return ping.broker();
    }

    @Override
    public Optional<String> id(Ping ping) {
        return Optional.empty();
    }

    @Override
    public Optional<String> follows(Ping ping) {
        return Optional.empty();
    }

    @Override
    public Uni<List<OutgoingEvent>> decide(LaneEvent<Ping> event) {
        return switch (event.data().task()) {
            case SNAPSHOT ->
                isOfNow(event) ? snapshots(event) : Uni.createFrom().item(List.of());
        };
    }

    private boolean isOfNow(LaneEvent<Ping> event) {
        var late = Duration.between(event.time(), clock.instant());
        if (late.abs().compareTo(MOST_LATE) <= 0) {
            return true;
        }
        LOG.warnf(
                "ping leads to no snapshot, it is %d s old and may be %d: broker=%s eventId=%s",
                late.toSeconds(), MOST_LATE.toSeconds(), event.broker(), event.id());
        return false;
    }

    private Uni<List<OutgoingEvent>> snapshots(LaneEvent<Ping> event) {
        return books.due(event.broker())
                .chain(due -> prices.of(instruments(due)).chain(known -> write(event, due, appraisal(event, known))));
    }

    private static List<InstrumentId> instruments(List<Held> due) {
        return due.stream().flatMap(each -> each.instruments().stream()).toList();
    }

    private Appraisal appraisal(LaneEvent<Ping> event, Map<InstrumentId, LastPrice> known) {
        // As the ledger keeps times: what is sent and what is read again are the same.
        var takenAt = event.time().truncatedTo(ChronoUnit.MICROS);
        return new Appraisal(
                event.broker(),
                event.account().reality(),
                takenAt,
                marketTime(event.account(), takenAt, known),
                staleAfter,
                known);
    }

    /// Where recorded ticks are played, the market's time is long past: it is what the newest price says.
    private static Instant marketTime(BrokerAccount account, Instant takenAt, Map<InstrumentId, LastPrice> known) {
        var newest = known.values().stream().map(LastPrice::time).max(Instant::compareTo);
        return account.clock().now(takenAt, newest.orElse(takenAt)).truncatedTo(ChronoUnit.MICROS);
    }

    private Uni<List<OutgoingEvent>> write(LaneEvent<Ping> event, List<Held> due, Appraisal appraisal) {
        var events = new ArrayList<OutgoingEvent>();
        var written = Uni.createFrom().voidItem();
        for (var held : due) {
            var snapshot = appraisal.of(held);
            events.add(outgoing(event, snapshot));
            written = written.chain(() -> ledger.write(event.id(), held, snapshot));
        }
        return written.replaceWith(events);
    }

    private static OutgoingEvent outgoing(LaneEvent<Ping> event, PnlSnapshot snapshot) {
        return new OutgoingEvent(
                Topics.pnlSnapshots(event.broker()),
                EventType.PNL_SNAPSHOT,
                Ids.snapshot(event.id(), snapshot.strategy(), event.broker()),
                snapshot.asOf(),
                snapshot.strategy().value(),
                Optional.of(event.broker().name()),
                Optional.of(event.correlationId()),
                snapshot);
    }
}
