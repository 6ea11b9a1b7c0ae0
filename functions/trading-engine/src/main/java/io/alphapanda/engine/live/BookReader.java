package io.alphapanda.engine.live;

import io.alphapanda.domain.charge.Charged;
import io.alphapanda.domain.charge.Execution;
import io.alphapanda.domain.instrument.Venues;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.order.OrderRequest;
import io.alphapanda.domain.order.OrderStatus;
import io.alphapanda.domain.placement.BrokerOrder;
import io.alphapanda.domain.placement.BrokerTrade;
import io.alphapanda.domain.placement.LookUp;
import io.alphapanda.domain.placement.Placement;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.engine.clock.SteadyTime;
import io.alphapanda.engine.live.LiveBrokers.Lane;
import io.alphapanda.stage.delivery.FreshContext;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jboss.logging.Logger;

/// Reads a lane's order book at its broker and applies what it shows: the one step that postbacks, the ticker and the
/// clock all lead to. Applied again, or late, it changes nothing.
///
/// Every order of the book that carries a tag of ours is looked at, also one that has ended here: the broker may have
/// it alive. What looks as it did the last time is passed over.
@Singleton
public final class BookReader {

    private static final Logger LOG = Logger.getLogger(BookReader.class);

    private final Placements placements;
    private final Steps steps;
    private final LiveSettings settings;
    private final FreshContext fresh;
    private final InstantSource clock;
    private final SteadyTime steady;
    private final Map<Broker, KnownSince> sending = new ConcurrentHashMap<>();
    private final KnownSince unknown;
    private final Map<Broker, Seen> seen = new ConcurrentHashMap<>();

    /// Why a lane's book could not be read the last time.
    private final Map<Broker, String> unreadable = new ConcurrentHashMap<>();

    BookReader(
            Placements placements,
            Steps steps,
            LiveSettings settings,
            FreshContext fresh,
            InstantSource clock,
            SteadyTime steady) {
        this.placements = placements;
        this.steps = steps;
        this.settings = settings;
        this.fresh = fresh;
        this.clock = clock;
        this.steady = steady;
        this.unknown = new KnownSince(steady);
    }

    /// What has been applied of one day's book, by tag.
    private record Seen(LocalDate day, Map<String, List<BrokerOrder>> orders) {}

    /// An order that is to be looked at.
    ///
    /// @param tagged what the book has of it
    private record Look(String orderId, String tag, List<BrokerOrder> tagged) {}

    /// Whether anything waits for the book of that day.
    Uni<Boolean> isNeeded(Lane lane) {
        var today = lane.broker().bookDay(clock.instant());
        return Panache.withSession(() -> placements.followed(lane.name()))
                .map(rows -> rows.stream().anyMatch(row -> row.bookDay == null || row.bookDay.equals(today)));
    }

    /// Gives up waiting for senders that were not heard of: their time is over by the wall's clock, and this process
    /// has seen them at it for as long. A halt's acknowledgement relies on that: what is not SENDING can't arrive.
    ///
    /// @return whether an order that waited may be sent now
    Uni<Boolean> overdue(Lane lane) {
        var now = clock.instant();
        var answers = lane.broker().answersWithin();
        return Panache.withSession(() -> placements.sending(lane.name()))
                .map(ids -> seenFor(lane, ids, settings.sendWithin().plus(answers)))
                .chain(ids -> each(
                                ids,
                                id -> steps.take(
                                        lane, id, "its sender was not heard of", order -> order.overdue(now, answers)))
                        .map(BookReader::makesWay));
    }

    private List<String> seenFor(Lane lane, List<String> ids, Duration time) {
        var since = sending.computeIfAbsent(lane.name(), _ -> new KnownSince(steady));
        since.only(ids);
        return ids.stream().filter(id -> since.of(id).compareTo(time) >= 0).toList();
    }

    /// Reads and applies.
    ///
    /// @return whether an order that waited may be sent now
    public Uni<Boolean> read(Lane lane) {
        var began = clock.instant();
        return lane.broker().book().chain(book -> switch (book) {
            case Book.Unreadable(String words) -> {
                if (!words.equals(unreadable.put(lane.name(), words))) {
                    LOG.warnf("order book can't be read, it will be tried: broker=%s reason=%s", lane.name(), words);
                }
                yield Uni.createFrom().item(false);
            }
            case Book.Read read -> {
                if (unreadable.remove(lane.name()) != null) {
                    LOG.infof("order book can be read again: broker=%s", lane.name());
                }
                yield apply(lane, read, began);
            }
        });
    }

    private Uni<Boolean> apply(Lane lane, Book.Read read, Instant began) {
        var before = before(lane, read.day());
        var changed = new HashMap<String, List<BrokerOrder>>();
        read.orders().forEach((tag, orders) -> {
            if (!orders.equals(before.get(tag))) {
                changed.put(tag, orders);
            }
        });
        return fresh.run(() -> Panache.withSession(() -> looks(lane, read, changed)))
                .chain(looks -> each(looks, look -> look(lane, read.day(), look, began)))
                .map(BookReader::makesWay);
    }

    private Map<String, List<BrokerOrder>> before(Lane lane, LocalDate day) {
        return seen.compute(
                        lane.name(),
                        (_, last) -> last != null && last.day().equals(day)
                                ? last
                                : new Seen(day, new ConcurrentHashMap<>()))
                .orders();
    }

    /// Those that are followed and not found, or found ended; and all that look another way than before.
    private Uni<List<Look>> looks(Lane lane, Book.Read read, Map<String, List<BrokerOrder>> changed) {
        return placements.followed(lane.name()).chain(followed -> placements
                .tagged(lane.name(), changed.keySet())
                .map(rows -> {
                    var looks = new ArrayList<Look>();
                    for (var row : followed) {
                        var tagged = read.tagged(row.tag);
                        if (!changed.containsKey(row.tag) && tagged.stream().noneMatch(BookReader::isWorking)) {
                            looks.add(new Look(row.orderId, row.tag, tagged));
                        }
                    }
                    for (var row : rows) {
                        looks.add(new Look(row.orderId, row.tag, changed.get(row.tag)));
                    }
                    return looks;
                }));
    }

    private static boolean isWorking(BrokerOrder order) {
        return order.state() == BrokerOrder.State.WORKING;
    }

    private Uni<Optional<Steps.Taken>> look(Lane lane, LocalDate day, Look look, Instant began) {
        var words = look.tagged().isEmpty() ? "" : look.tagged().getLast().words();
        return steps.take(
                        lane,
                        look.orderId(),
                        words,
                        order -> order.lookedUp(
                                new LookUp.Read(day, look.tagged()),
                                began,
                                listened(order),
                                settings.settling(),
                                trade -> charges(lane, order.order().request(), trade)))
                .invoke(taken -> {
                    if (taken.filter(each -> isUnknown(each.after())).isEmpty()) {
                        unknown.forget(look.orderId());
                    }
                    before(lane, day).put(look.tag(), look.tagged());
                });
    }

    /// For how long its silence has been listened to.
    private Duration listened(Placement order) {
        return isUnknown(order) ? unknown.of(order.order().request().orderId()) : Duration.ZERO;
    }

    private static boolean isUnknown(Placement order) {
        return order.order().status() == OrderStatus.UNKNOWN;
    }

    /// What the account's own table says: brokers tell a trade's charges later, if at all. A trade is booked whatever
    /// is known of its charges.
    private static Money charges(Lane lane, OrderRequest request, BrokerTrade trade) {
        var venue = Venues.find(request.instrument()).orElseThrow();
        var execution = Execution.at(trade.at(), venue, request.side(), trade.price(), trade.quantity());
        return switch (lane.account().costs().charges().on(execution)) {
            case Charged.Known(var sheet) -> sheet.total();
            case Charged.Unknown(String why) -> {
                LOG.warnf(
                        "fill booked without charges: broker=%s orderId=%s reason=%s",
                        lane.name(), request.orderId(), why);
                yield Money.ZERO;
            }
        };
    }

    /// One after the other; one that fails leaves the others theirs, and is looked at again.
    private static <T> Uni<List<Optional<Steps.Taken>>> each(
            List<T> all, Function<T, Uni<Optional<Steps.Taken>>> work) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(one -> work.apply(one).onFailure().recoverWithItem(failure -> {
                    LOG.warnf("order could not be followed, it will be again: %s reason=%s", one, failure.getMessage());
                    return Optional.empty();
                }))
                .collect()
                .asList();
    }

    private static boolean makesWay(List<Optional<Steps.Taken>> taken) {
        return taken.stream().flatMap(Optional::stream).anyMatch(Steps.Taken::makesWay);
    }
}
