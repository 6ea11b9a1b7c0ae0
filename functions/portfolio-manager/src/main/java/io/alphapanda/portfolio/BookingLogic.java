package io.alphapanda.portfolio;

import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.event.OrderFilled;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.SignedQuantity;
import io.alphapanda.domain.order.Slippage;
import io.alphapanda.domain.portfolio.Portfolio;
import io.alphapanda.domain.portfolio.Position;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.stage.delivery.LaneEvent;
import io.alphapanda.stage.delivery.LaneLogic;
import io.alphapanda.stage.event.OutgoingEvent;
import io.alphapanda.stage.ledger.BookingRow;
import io.alphapanda.stage.ledger.PortfolioRow;
import io.alphapanda.stage.ledger.PositionRow;
import io.alphapanda.stage.meter.Meters;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/// A fill to a booking. Fills of one strategy and instrument are booked in the order the engine wrote them, because the
/// average cost depends on it; one that comes early waits.
@Singleton
final class BookingLogic implements LaneLogic<OrderFilled> {

    private static final Logger LOG = Logger.getLogger(BookingLogic.class);

    private final Meters meters;

    BookingLogic(Meters meters) {
        this.meters = meters;
    }

    @Override
    public String stage() {
        return "portfolio-manager";
    }

    @Override
    public Class<OrderFilled> payload() {
        return OrderFilled.class;
    }

    @Override
    public Broker broker(OrderFilled filled) {
        return filled.order().request().broker();
    }

    @Override
    public Optional<String> id(OrderFilled filled) {
        return Optional.of(Ids.orderEvent(
                filled.order().request().orderId(), filled.order().version()));
    }

    @Override
    public Optional<String> follows(OrderFilled filled) {
        return filled.follows();
    }

    @Override
    public Uni<List<OutgoingEvent>> decide(LaneEvent<OrderFilled> event) {
        return Panache.getSession()
                .chain(session -> portfolio(session, event).chain(portfolio -> position(session, event)
                        .chain(position -> book(session, event, portfolio, position))));
    }

    @Override
    public void tookEffect(LaneEvent<OrderFilled> event) {
        var lane = event.broker().name();
        var request = event.data().order().request();
        var slippage = Slippage.bps(
                request.side(),
                request.referencePrice().value(),
                event.data().fill().lastPrice().value());
        meters.measure(
                BookMeters.SLIPPAGE,
                slippage.abs().doubleValue(),
                lane,
                slippage.signum() < 0 ? "in-favour" : "against");
        meters.time(
                BookMeters.FILL_AGE,
                Math.max(0, Duration.between(request.dueAt(), Instant.now()).toNanos()),
                lane);
    }

    /// The portfolio's row, locked: bookings of one portfolio are made one after the other.
    private static Uni<PortfolioRow> portfolio(Mutiny.Session session, LaneEvent<OrderFilled> event) {
        var request = event.data().order().request();
        return session.createNativeQuery("""
                        insert into portfolios
                            (broker, strategy, starting_cash, cash, realized_pnl, fees, version, viewed)
                        values (?1, ?2, ?3, ?3, 0, 0, 0, 0) on conflict do nothing
                        """)
                .setParameter(1, event.broker().name())
                .setParameter(2, request.strategy().value())
                .setParameter(3, event.account().startingCash().amount())
                .executeUpdate()
                .chain(() -> session.createNativeQuery(
                                "select * from portfolios where broker = ?1 and strategy = ?2 for update",
                                PortfolioRow.class)
                        .setParameter(1, event.broker().name())
                        .setParameter(2, request.strategy().value())
                        .getSingleResult());
    }

    private static Uni<PositionRow> position(Mutiny.Session session, LaneEvent<OrderFilled> event) {
        var request = event.data().order().request();
        var key = new PositionRow.Key(
                event.broker().name(),
                request.strategy().value(),
                request.instrument().toString());
        return session.find(PositionRow.class, key).chain(found -> {
            if (found != null) {
                return Uni.createFrom().item(found);
            }
            var row = new PositionRow();
            row.broker = key.broker();
            row.strategy = key.strategy();
            row.instrument = key.instrument();
            write(row, Position.EMPTY, 0);
            return session.persist(row).replaceWith(row);
        });
    }

    private static Uni<List<OutgoingEvent>> book(
            Mutiny.Session session, LaneEvent<OrderFilled> event, PortfolioRow portfolio, PositionRow position) {
        var filled = event.data();
        if (filled.sequence() != position.sequence + 1) {
            throw new IllegalStateException("fill " + filled.fill().fillId() + " is number " + filled.sequence()
                    + " of its books, but number " + position.sequence + " was booked last");
        }
        var fill = filled.fill();
        var booking = read(position)
                .book(filled.order().request().side(), fill.lastQuantity(), fill.lastPrice(), fill.fees());
        write(position, booking.position(), filled.sequence());
        var before = read(portfolio);
        var after = before.book(booking, fill.fees());
        write(portfolio, after);
        if (after.isOverdrawn() && !before.isOverdrawn()) {
            LOG.warnf(
                    "cash went below zero, nothing more will be opened: broker=%s strategyId=%s instrument=%s cash=%s fillId=%s",
                    portfolio.broker, portfolio.strategy, position.instrument, after.cash(), fill.fillId());
        }
        return session.persist(bookingRow(event, booking)).replaceWith(List.of());
    }

    private static BookingRow bookingRow(LaneEvent<OrderFilled> event, Position.Booking booking) {
        var request = event.data().order().request();
        var row = new BookingRow();
        row.fillId = event.data().fill().fillId();
        row.broker = event.broker().name();
        row.strategy = request.strategy().value();
        row.instrument = request.instrument().toString();
        row.sequence = event.data().sequence();
        row.cashChange = booking.cashChange().amount();
        row.realized = booking.realized().amount();
        row.dueAt = request.dueAt();
        return row;
    }

    private static Position read(PositionRow row) {
        return new Position(
                new SignedQuantity(row.quantity), new Money(row.cost), new Money(row.realizedPnl), new Money(row.fees));
    }

    private static void write(PositionRow row, Position position, long sequence) {
        row.quantity = position.quantity().value();
        row.cost = position.cost().amount();
        row.realizedPnl = position.realizedPnl().amount();
        row.fees = position.fees().amount();
        row.sequence = sequence;
        row.changedAt = Instant.now();
    }

    private static Portfolio read(PortfolioRow row) {
        return new Portfolio(
                new Money(row.startingCash), new Money(row.cash), new Money(row.realizedPnl), new Money(row.fees));
    }

    private static void write(PortfolioRow row, Portfolio portfolio) {
        row.cash = portfolio.cash().amount();
        row.realizedPnl = portfolio.realizedPnl().amount();
        row.fees = portfolio.fees().amount();
        row.version++;
        row.changedAt = Instant.now();
    }
}
