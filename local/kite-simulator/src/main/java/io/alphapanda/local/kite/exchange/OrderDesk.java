package io.alphapanda.local.kite.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Takes orders, modifications and cancellations: checks them, and hands what passes to the {@link Lifecycle}.
final class OrderDesk {
    private static final int MOST_SLICES = 10;
    private static final int MOST_MODIFICATIONS = 25;

    private final ExchangeTerms terms;
    private final SimulatorTime time;
    private final Lifecycle.Later later;
    private final OrderIds ids;
    private final Lifecycle lifecycle;
    private final Function<SimulatedInstrument, MarketView> markets;
    private final Consumer<SimulatedOrder> entered;

    /// @param entered hears of every order that enters the book
    OrderDesk(
            ExchangeTerms terms,
            SimulatorTime time,
            Lifecycle.Later later,
            OrderIds ids,
            Lifecycle lifecycle,
            Function<SimulatedInstrument, MarketView> markets,
            Consumer<SimulatedOrder> entered) {
        this.terms = terms;
        this.time = time;
        this.later = later;
        this.ids = ids;
        this.lifecycle = lifecycle;
        this.markets = markets;
        this.entered = entered;
    }

    /// @throws RefusedException when the broker's own checks refuse it; nothing is in the book then
    Placement place(AccountBook book, OrderTicket ticket, OrderFate fate) {
        Optional<Refusal> refusal = OrderRules.refuse(ticket, facts(book, ticket))
                .map(found -> fate.refusalAs() == null ? found : found.as(fate.refusalAs()));
        if (refusal.isPresent() && refusal.get().form() == Refusal.Form.PRE_CHECK) {
            throw new RefusedException(refusal.get());
        }
        Optional<String> rejection = Optional.ofNullable(fate.rejection()).or(() -> refusal.map(Refusal::message));
        boolean sliced =
                ticket.autoslice() && ticket.quantity() > ticket.instrument().freezeQuantity();
        return sliced
                ? slice(book, ticket, fate, rejection)
                : Placement.one(enter(book, ticket, fate, null, rejection));
    }

    /// @throws RefusedException when the order is unknown, over, on its way, modified too often, or the change is not
    ///     allowed
    void modify(AccountBook book, String orderId, OrderChange change) {
        SimulatedOrder order = changeable(book, orderId, "modified");
        if (order.modifications() >= MOST_MODIFICATIONS) {
            throw new RefusedException(
                    ErrorType.ORDER,
                    "Maximum allowed order modifications exceeded (%d).".formatted(MOST_MODIFICATIONS));
        }
        OrderTicket changed = change.applyTo(order.ticket());
        if (change.quantity().isPresent() && terms.modifiedQuantity() == ExchangeTerms.ModifiedQuantity.REMAINING) {
            changed = changed.withQuantity(changed.quantity() + order.filled());
        }
        if (changed.quantity() <= order.filled()) {
            throw new RefusedException(
                    ErrorType.INPUT, "Invalid `quantity`: %d are filled already.".formatted(order.filled()));
        }
        OrderRules.refuseChange(order.ticket(), changed, facts(book, changed)).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
        lifecycle.change(order, changed);
    }

    /// @param filledFirst so many fill just before the cancellation arrives; 0 usually
    /// @throws RefusedException when the order is unknown, over, or on its way
    void cancel(AccountBook book, String orderId, long filledFirst) {
        SimulatedOrder order = changeable(book, orderId, "cancelled");
        if (filledFirst > 0) {
            lifecycle.force(order, filledFirst);
        }
        if (!order.status().terminal()) {
            lifecycle.cancel(order);
        }
    }

    private Placement slice(AccountBook book, OrderTicket ticket, OrderFate fate, Optional<String> rejection) {
        long most = ticket.instrument().freezeQuantity()
                / ticket.instrument().lotSize()
                * ticket.instrument().lotSize();
        long slices = Math.ceilDiv(ticket.quantity(), most);
        if (slices > MOST_SLICES) {
            throw new RefusedException(
                    ErrorType.INPUT,
                    "Quantity %d needs %d slices; at most %d are allowed."
                            .formatted(ticket.quantity(), slices, MOST_SLICES));
        }
        String parent = ids.order(time.now());
        List<Placement.Slice> placed = new ArrayList<>();
        for (long left = ticket.quantity(); left > 0; left -= most) {
            if (placed.size() >= slices - fate.failedSlices()) {
                placed.add(new Placement.Slice.Failed(
                        Refusal.preCheck(ErrorType.MARGIN, "Insufficient funds for this slice.")));
                continue;
            }
            OrderTicket part = ticket.withQuantity(Math.min(left, most));
            placed.add(new Placement.Slice.Placed(enter(book, part, fate, parent, rejection)));
        }
        return new Placement(parent, placed);
    }

    private String enter(
            AccountBook book, OrderTicket ticket, OrderFate fate, @Nullable String parent, Optional<String> rejection) {
        String orderId = ids.order(time.now());
        later.after(fate.placedAfter(), () -> {
            SimulatedOrder order =
                    new SimulatedOrder(book.account().userId(), orderId, ticket, fate, parent, time.now());
            entered.accept(order);
            lifecycle.start(order, rejection);
        });
        return orderId;
    }

    private SimulatedOrder changeable(AccountBook book, String orderId, String verb) {
        SimulatedOrder order = book.visible(orderId, time.now());
        if (order.status().terminal()) {
            throw new RefusedException(
                    ErrorType.ORDER,
                    "Order cannot be %s as it is already %s."
                            .formatted(verb, order.status().text()));
        }
        if (!order.status().working()) {
            throw new RefusedException(
                    ErrorType.ORDER, "Order cannot be %s as it is being processed. Try later.".formatted(verb));
        }
        return order;
    }

    private OrderRules.Facts facts(AccountBook book, OrderTicket ticket) {
        SimulatedInstrument instrument = ticket.instrument();
        Holdings holdings = book.holdings();
        boolean consent = book.account().depositoryConsent();
        return new OrderRules.Facts(
                markets.apply(instrument),
                terms.hours().isOpen(time.now()),
                terms.protectionNeeded(),
                holdings.sellable(instrument),
                consent ? 0 : holdings.delivered(instrument) - holdings.authorised(instrument),
                Math.max(0, book.positions().quantity(instrument, Product.CNC)),
                book.required(ticket),
                book.funds().available());
    }
}
