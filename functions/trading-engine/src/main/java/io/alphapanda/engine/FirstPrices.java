package io.alphapanda.engine;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.order.FailureCode;
import io.alphapanda.domain.order.OrderStatus;
import io.alphapanda.domain.order.Transition;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.engine.book.Announcements;
import io.alphapanda.engine.book.OrderBooks;
import io.alphapanda.engine.live.Cancellations;
import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.broker.Brokers;
import io.alphapanda.stage.delivery.FreshContext;
import io.alphapanda.stage.ledger.OrderRow;
import io.alphapanda.stage.ledger.OutboxRow;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/// Warm-up: orders whose instrument had no price yet wait in the ledger; when its first price has come they are
/// executed, or they expire if it came too late; entries a halt has ended are cancelled, priced or not. Rows another
/// engine holds are left to it.
@ApplicationScoped
public class FirstPrices {

    private static final Logger LOG = Logger.getLogger(FirstPrices.class);
    private static final int MOST_AT_ONCE = 100;

    private final Brokers brokers;
    private final PriceBoard prices;
    private final Traders traders;
    private final OrderBooks books;
    private final Cancellations cancellations;
    private final Announcements announcements;
    private final FreshContext fresh;
    private final InstantSource clock;
    private final Set<Broker> looking = ConcurrentHashMap.newKeySet();

    FirstPrices(
            Brokers brokers,
            PriceBoard prices,
            Traders traders,
            OrderBooks books,
            Cancellations cancellations,
            Announcements announcements,
            FreshContext fresh,
            InstantSource clock) {
        this.brokers = brokers;
        this.prices = prices;
        this.traders = traders;
        this.books = books;
        this.cancellations = cancellations;
        this.announcements = announcements;
        this.fresh = fresh;
        this.clock = clock;
    }

    @Scheduled(every = "1s")
    void look() {
        brokers.all().forEach(this::look);
    }

    /// Each lane by itself: one whose database work hangs leaves the others their time.
    private void look(BrokerAccount account) {
        if (looking.add(account.broker())) {
            fresh.run(() -> lookAt(account))
                    .onTermination()
                    .invoke(() -> looking.remove(account.broker()))
                    .subscribe()
                    .with(
                            _ -> {},
                            failure -> LOG.warnf(
                                    "waiting orders could not be looked at, they will be again: broker=%s reason=%s",
                                    account.broker(), failure.getMessage()));
        }
    }

    private Uni<Void> lookAt(BrokerAccount account) {
        var lane = account.broker().name();
        return Panache.withTransaction(() ->
                        waiting(lane).chain(rows -> executeAll(rows, account)).chain(announcements::behindEarlier))
                .invoke(() -> traders.of(account).committed(account))
                .chain(rows -> announcements.send(account.broker(), rows));
    }

    private static Uni<List<OrderRow>> waiting(String lane) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select * from orders where broker = ?1 and waits_for_price order by recorded_at, id limit "
                                + MOST_AT_ONCE + " for update skip locked",
                        OrderRow.class)
                .setParameter(1, lane)
                .getResultList());
    }

    private Uni<List<OutboxRow>> executeAll(List<OrderRow> rows, BrokerAccount account) {
        var ids = rows.stream().map(row -> row.id).toList();
        return cancellations.of(ids).chain(ended -> executeAll(rows, ended, account));
    }

    private Uni<List<OutboxRow>> executeAll(List<OrderRow> rows, Set<String> ended, BrokerAccount account) {
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(row -> ended.contains(row.id)
                        ? cancel(row, account)
                        : prices.lastPriceTime(InstrumentId.of(row.instrument))
                                .chain(time -> time.map(at -> execute(row, account, at))
                                        .orElseGet(() -> Uni.createFrom().item(List.of()))))
                .collect()
                .asList()
                .map(each -> each.stream().flatMap(List::stream).toList());
    }

    private Uni<List<OutboxRow>> cancel(OrderRow row, BrokerAccount account) {
        var cancelled = OrderBooks.order(row).failed(OrderStatus.CANCELLED, FailureCode.HALT_CANCELLED);
        return books.write(row, List.of(Transition.to(cancelled)), OrderBooks.Telling.NOTHING, clock.instant())
                .chain(events -> announcements.write(account.broker(), row.id + "/cancelled", events));
    }

    private Uni<List<OutboxRow>> execute(OrderRow row, BrokerAccount account, Instant firstPriceAt) {
        var order = OrderBooks.order(row);
        var marketAt = firstPriceAt.isAfter(row.referenceTime) ? firstPriceAt : row.referenceTime;
        return traders.of(account)
                .execute(order, account, marketAt)
                .chain(events -> announcements.write(account.broker(), row.id + "/first-price", events));
    }
}
