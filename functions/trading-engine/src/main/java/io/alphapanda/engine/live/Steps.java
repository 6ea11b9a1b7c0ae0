package io.alphapanda.engine.live;

import io.alphapanda.domain.order.Order;
import io.alphapanda.domain.placement.Alarm;
import io.alphapanda.domain.placement.Placement;
import io.alphapanda.engine.book.Announcements;
import io.alphapanda.engine.book.OrderBooks;
import io.alphapanda.engine.book.OrderEvents;
import io.alphapanda.engine.live.LiveBrokers.Lane;
import io.alphapanda.engine.live.Placements.Held;
import io.alphapanda.stage.delivery.FreshContext;
import io.alphapanda.stage.event.OutgoingEvent;
import io.alphapanda.stage.ledger.OutboxRow;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/// Takes steps of live orders: holds the order, asks the domain, writes down what it says with the events and alarms
/// that tell of it, commits.
@Singleton
final class Steps {

    private static final Logger LOG = Logger.getLogger(Steps.class);

    private final Placements placements;
    private final OrderBooks books;
    private final Announcements announcements;
    private final Alarms alarms;
    private final FreshContext fresh;
    private final InstantSource clock;

    Steps(
            Placements placements,
            OrderBooks books,
            Announcements announcements,
            Alarms alarms,
            FreshContext fresh,
            InstantSource clock) {
        this.placements = placements;
        this.books = books;
        this.announcements = announcements;
        this.alarms = alarms;
        this.fresh = fresh;
        this.clock = clock;
    }

    /// What a step came to.
    ///
    /// @param before what the order was
    /// @param after  what it is now
    /// @param told   what is to be sent of it
    record Taken(Placement before, Placement after, List<OutboxRow> told) {

        /// Whether an order that waits behind this one may be sent now.
        boolean makesWay() {
            return isInTheWay(before) && !isInTheWay(after);
        }

        private static boolean isInTheWay(Placement placement) {
            return switch (placement.order().status()) {
                case INTENDED, SENDING, UNKNOWN -> true;
                case SUBMITTED, PARTIALLY_FILLED, FILLED, CANCELLED, REJECTED, EXPIRED, FAILED -> false;
            };
        }
    }

    /// In a transaction of its own, from any thread; what it tells is sent afterwards.
    ///
    /// @param words the broker's remark; may be empty
    /// @return empty if there is no such live order
    Uni<Optional<Taken>> take(Lane lane, String orderId, String words, Function<Placement, Placement.Step> next) {
        return fresh.run(() -> Panache.withTransaction(() -> placements
                        .hold(orderId)
                        .chain(held -> held.isEmpty()
                                ? Uni.createFrom().item(Optional.<Taken>empty())
                                : write(lane, held.get(), next.apply(held.get().placement()), words)
                                        .map(Optional::of))))
                .chain(taken -> taken.isEmpty()
                        ? Uni.createFrom().item(taken)
                        : announcements.send(lane.name(), taken.get().told()).replaceWith(taken));
    }

    /// Within the caller's transaction.
    Uni<Taken> write(Lane lane, Held held, Placement.Step step, String words) {
        var now = clock.instant();
        var before = held.placement();
        if (step.changes(before) || !words.isBlank()) {
            placements.write(held, step.after(), words, now);
        }
        return books.write(held.order(), step.transitions(), telling(step.after(), now), now)
                .invoke(() -> logEnd(before.order(), step.after().order(), held.row().words))
                .chain(events -> told(lane, step.after().order(), events))
                .call(() -> raise(lane, step))
                .chain(announcements::behindEarlier)
                .map(rows -> new Taken(before, step.after(), rows));
    }

    private static void logEnd(Order before, Order after, String words) {
        if (after.status().isFailure() && !before.status().isFailure()) {
            LOG.warnf(
                    "order ended: broker=%s orderId=%s status=%s reason=%s words=%s",
                    after.request().broker(),
                    after.request().orderId(),
                    after.status(),
                    after.failure().map(Enum::name).orElse(""),
                    words);
        }
    }

    private static OrderBooks.Telling telling(Placement placement, Instant now) {
        return order -> switch (order.status()) {
            case SENDING ->
                placement.sendBy().map(sendBy -> OrderEvents.submitted(order, placement.tag(), sendBy, now));
            case SUBMITTED ->
                placement.brokerOrderId().map(id -> OrderEvents.acknowledged(order, placement.tag(), id, now));
            case INTENDED, UNKNOWN, PARTIALLY_FILLED, FILLED, CANCELLED, REJECTED, EXPIRED, FAILED -> Optional.empty();
        };
    }

    private Uni<List<OutboxRow>> told(Lane lane, Order order, List<OutgoingEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return announcements.write(lane.name(), order.request().orderId() + "/v" + order.version(), events);
    }

    private Uni<Void> raise(Lane lane, Placement.Step step) {
        return raise(lane, step.after().order().request().orderId(), step.alarms());
    }

    private Uni<Void> raise(Lane lane, String orderId, Collection<Alarm> raised) {
        var all = Uni.createFrom().voidItem();
        for (var alarm : raised) {
            all = all.chain(() -> alarms.raise(lane.name(), alarm.name(), orderId, alarm.meaning(), alarm.halts()));
        }
        return all;
    }
}
