package io.alphapanda.engine.live;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.money.SignedQuantity;
import io.alphapanda.domain.order.FailureCode;
import io.alphapanda.domain.order.OrderRequest;
import io.alphapanda.domain.placement.Answer;
import io.alphapanda.domain.placement.BrokerOrder;
import io.alphapanda.domain.placement.BrokerTrade;
import io.alphapanda.domain.placement.CancelAnswer;
import io.alphapanda.engine.budget.OrderLimits;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// A broker in memory that does as each strategy's orders are told to be treated, and remembers what reached it.
public final class FakeBroker implements LiveBroker {

    /// How orders are treated.
    public interface Treatment {
        Uni<Answer> of(FakeBroker broker, OrderRequest request, String tag);

        /// Taken, working.
        Treatment ACCEPT = (broker, request, tag) -> answer(new Answer.Accepted(broker.take(tag)));

        /// Taken and filled before the answer comes.
        Treatment FILL = (broker, request, tag) -> {
            var id = broker.take(tag);
            broker.fill(tag, request.quantity(), request.quantity(), "t1");
            return answer(new Answer.Accepted(id));
        };

        /// Taken, but the answer is lost.
        Treatment ACCEPT_AND_LOSE = (broker, request, tag) -> {
            broker.take(tag);
            return answer(new Answer.Unclear("read timed out"));
        };

        /// Lost on its way.
        Treatment LOSE = (broker, request, tag) -> answer(new Answer.Unclear("connection dropped"));

        Treatment REFUSE = (broker, request, tag) ->
                answer(new Answer.Refused(FailureCode.FUNDS_INSUFFICIENT, "5 rupees more are needed"));

        private static Uni<Answer> answer(Answer answer) {
            return Uni.createFrom().item(answer);
        }
    }

    /// How one cancellation is treated.
    @FunctionalInterface
    public interface Cancelling {
        CancelAnswer of(FakeBroker broker, String brokerOrderId);
    }

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Map<String, FakeBroker> ALL = new ConcurrentHashMap<>();

    private final Map<String, Treatment> treatments = new ConcurrentHashMap<>();
    private final List<OrderRequest> arrived = new CopyOnWriteArrayList<>();
    private final Map<String, List<BrokerOrder>> book = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<String, OrderRequest> requests = new ConcurrentHashMap<>();
    private final List<Statement.Line> byHand = new CopyOnWriteArrayList<>();
    private final List<Statement.Held> carried = new CopyOnWriteArrayList<>();
    private final List<Statement.Held> once = new CopyOnWriteArrayList<>();
    private final List<String> cancellations = new CopyOnWriteArrayList<>();
    private final Queue<Cancelling> cancelling = new ConcurrentLinkedQueue<>();
    private volatile boolean unreadable;
    private volatile boolean locked;
    private volatile Duration answersWithin = SECOND;

    FakeBroker(String name) {
        ALL.put(name, this);
    }

    public static FakeBroker of(String name) {
        return ALL.get(name);
    }

    public void treat(String strategy, Treatment treatment) {
        treatments.put(strategy, treatment);
    }

    /// What was written to it for a strategy, in that order.
    List<OrderRequest> arrived(String strategy) {
        return arrived.stream()
                .filter(each -> each.strategy().value().equals(strategy))
                .toList();
    }

    public void unreadable(boolean is) {
        unreadable = is;
    }

    /// Whether nobody is logged in there.
    void locked(boolean is) {
        locked = is;
    }

    /// How many orders it has under that tag.
    long taken(String tag) {
        return book.getOrDefault(tag, List.of()).size();
    }

    /// It has the order now, whoever was told.
    String take(String tag) {
        var id = "B" + ids.incrementAndGet();
        book.computeIfAbsent(tag, _ -> new CopyOnWriteArrayList<>())
                .add(new BrokerOrder(id, BrokerOrder.State.WORKING, Quantity.ZERO, List.of(), ""));
        return id;
    }

    /// One more trade of an order.
    public void fill(String tag, Quantity asked, Quantity traded, String tradeId) {
        book.computeIfPresent(tag, (_, orders) -> {
            var before = orders.getFirst();
            var trades = new ArrayList<>(before.trades());
            trades.add(new BrokerTrade(tradeId, traded, Price.of("101"), Instant.now()));
            var filled = before.filledQuantity().plus(traded);
            var state = filled.compareTo(asked) >= 0 ? BrokerOrder.State.COMPLETE : BrokerOrder.State.WORKING;
            return new CopyOnWriteArrayList<>(
                    List.of(new BrokerOrder(before.brokerOrderId(), state, filled, trades, "")));
        });
    }

    /// It has the order no more.
    public void lose(String tag) {
        book.remove(tag);
    }

    /// A second order under the same tag.
    public void twice(String tag) {
        take(tag);
    }

    /// The account's owner trades; whole and at once.
    public void byHand(InstrumentId instrument, Side side, Quantity quantity) {
        var id = "H" + ids.incrementAndGet();
        var trade = new BrokerTrade(id + "-1", quantity, Price.of("101"), Instant.now());
        byHand.add(new Statement.Line(
                "",
                Statement.Listed.of(instrument),
                side,
                new BrokerOrder(id, BrokerOrder.State.COMPLETE, quantity, List.of(trade), "")));
    }

    /// Something was carried over from other days.
    public void carried(InstrumentId instrument, String quantity) {
        carried.add(held(instrument, SignedQuantity.of(quantity)));
    }

    /// The next statement alone has this on top.
    public void onceOnly(InstrumentId instrument, String quantity) {
        once.add(held(instrument, SignedQuantity.of(quantity)));
    }

    /// As if the account were new.
    public void forget() {
        List.of(treatments, book, requests).forEach(Map::clear);
        List.of(arrived, byHand, carried, once, cancellations).forEach(List::clear);
        cancelling.clear();
        unreadable = false;
    }

    private static Statement.Held held(InstrumentId instrument, SignedQuantity quantity) {
        return new Statement.Held(Statement.Listed.of(instrument), quantity, Optional.empty());
    }

    @Override
    public Uni<Statement> statement() {
        return Uni.createFrom().item(() -> {
            if (unreadable) {
                return new Statement.Unreadable("503");
            }
            var lines = new ArrayList<>(byHand);
            book.forEach((tag, orders) -> {
                var request = requests.get(tag);
                orders.forEach(order -> lines.add(
                        new Statement.Line(tag, Statement.Listed.of(request.instrument()), request.side(), order)));
            });
            var held = new ArrayList<>(carried);
            lines.forEach(line -> held.add(traded(line)));
            held.addAll(once);
            once.clear();
            return new Statement.Read(bookDay(Instant.now()), lines, held);
        });
    }

    private static Statement.Held traded(Statement.Line line) {
        var filled = line.order().filledQuantity().value();
        return held(
                line.listed().instrument().orElseThrow(),
                new SignedQuantity(line.side() == Side.BUY ? filled : filled.negate()));
    }

    void cancelByHand(String tag) {
        book.computeIfPresent(tag, (_, orders) -> {
            var before = orders.getFirst();
            return new CopyOnWriteArrayList<>(List.of(new BrokerOrder(
                    before.brokerOrderId(),
                    BrokerOrder.State.CANCELLED,
                    before.filledQuantity(),
                    before.trades(),
                    "cancelled by hand")));
        });
    }

    @Override
    public OrderLimits limits() {
        return OrderLimits.of(1_000, 10_000, 100_000, 25, ZoneOffset.UTC);
    }

    @Override
    public String tag(String orderId) {
        return "T" + Integer.toHexString(orderId.hashCode());
    }

    @Override
    public LocalDate bookDay(Instant now) {
        return now.atZone(ZoneOffset.UTC).toLocalDate();
    }

    @Override
    public Duration answersWithin() {
        return answersWithin;
    }

    /// How long its answers may take; a second if nobody says otherwise.
    void answersWithin(Duration longest) {
        answersWithin = longest;
    }

    void answersInTime() {
        answersWithin = SECOND;
    }

    @Override
    public Uni<Answer> place(OrderRequest request, String tag, Instant sendBy) {
        return Uni.createFrom().deferred(() -> {
            if (locked) {
                return Uni.createFrom().item(new Answer.NotSent(FailureCode.SESSION_INVALID, "nobody is logged in"));
            }
            if (request.quantity().value().scale() > 0) {
                return Uni.createFrom().item(new Answer.NotSent(FailureCode.QUANTITY_INVALID, "must be whole"));
            }
            if (!SetClock.now().isBefore(sendBy)) {
                return Uni.createFrom().item(new Answer.NotSent(FailureCode.SEND_TOO_LATE, "too late"));
            }
            arrived.add(request);
            requests.put(tag, request);
            return treatments
                    .getOrDefault(request.strategy().value(), Treatment.ACCEPT)
                    .of(this, request, tag);
        });
    }

    /// The next cancellation is treated so.
    void onCancel(Cancelling next) {
        cancelling.add(next);
    }

    /// How often the end of that order was asked for.
    long cancellations(String tag) {
        var ids = book.getOrDefault(tag, List.of()).stream()
                .map(BrokerOrder::brokerOrderId)
                .toList();
        return cancellations.stream().filter(ids::contains).count();
    }

    /// Ends a working order as the broker does when it is asked to.
    CancelAnswer end(String brokerOrderId) {
        for (var tag : book.keySet()) {
            var order = book.get(tag).getFirst();
            if (order.brokerOrderId().equals(brokerOrderId) && order.state() == BrokerOrder.State.WORKING) {
                cancelByHand(tag);
                return new CancelAnswer.Taken();
            }
        }
        return new CancelAnswer.Refused("order can't be cancelled");
    }

    @Override
    public Uni<CancelAnswer> cancel(String brokerOrderId) {
        return Uni.createFrom().item(() -> {
            if (locked) {
                return new CancelAnswer.NotSent("nobody is logged in");
            }
            cancellations.add(brokerOrderId);
            var treatment = cancelling.poll();
            return treatment == null ? end(brokerOrderId) : treatment.of(this, brokerOrderId);
        });
    }

    @Override
    public Uni<Book> book() {
        return Uni.createFrom()
                .item(() -> unreadable || locked
                        ? new Book.Unreadable("503")
                        : new Book.Read(
                                bookDay(Instant.now()),
                                book.entrySet().stream()
                                        .collect(Collectors.toMap(
                                                Map.Entry::getKey, each -> List.copyOf(each.getValue())))));
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
