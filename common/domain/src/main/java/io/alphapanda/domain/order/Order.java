package io.alphapanda.domain.order;

import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Quantity;
import java.util.Optional;

/// An order and what has become of it. Quantities are cumulative and every change counts the version up, so that the
/// higher version is always the newer truth.
///
/// @param request        what was asked
/// @param status         where it stands
/// @param version        from 1
/// @param filledQuantity filled so far; above what was asked only of a `FILLED` order its broker filled beyond that
/// @param filledValue    the sum of quantity × price of its fills; average price = filledValue / filledQuantity
/// @param failure        why it ended unfilled
public record Order(
        OrderRequest request,
        OrderStatus status,
        int version,
        Quantity filledQuantity,
        Money filledValue,
        Optional<FailureCode> failure) {

    public Order {
        if (version < 1) {
            throw new IllegalArgumentException(
                    "order " + request.orderId() + ": version " + version + " must be at least 1");
        }
        if (status != OrderStatus.FILLED && filledQuantity.compareTo(request.quantity()) > 0) {
            throw new IllegalArgumentException("order " + request.orderId() + ": filledQuantity " + filledQuantity
                    + " must not be above its quantity " + request.quantity() + " unless it is FILLED");
        }
    }

    public static Order intended(OrderRequest request) {
        return new Order(request, OrderStatus.INTENDED, 1, Quantity.ZERO, Money.ZERO, Optional.empty());
    }

    /// What is still to be filled; nothing of an order that has ended, however much it is filled.
    public Quantity leavesQuantity() {
        return status.isFinal() ? Quantity.ZERO : request.quantity().minus(filledQuantity);
    }

    /// One sender has won the right to send it. From here on it may have reached the broker.
    ///
    /// @throws IllegalStateException if somebody has won it before
    public Order sending() {
        return become(OrderStatus.SENDING, filledQuantity, filledValue, Optional.empty());
    }

    /// Whether it reached the broker is not known; it is looked up, never sent again.
    public Order unknown() {
        return become(OrderStatus.UNKNOWN, filledQuantity, filledValue, Optional.empty());
    }

    /// The broker has it.
    public Order submitted() {
        return become(OrderStatus.SUBMITTED, filledQuantity, filledValue, Optional.empty());
    }

    /// It had ended here, but the broker has it still: what the broker has, counts.
    ///
    /// @throws IllegalStateException if it has not ended, or has ended filled
    public Order reopened() {
        if (!status.isFailure()) {
            throw new IllegalStateException(
                    "order " + request.orderId() + " is " + status + " and can't be reopened; only a failure can");
        }
        return new Order(request, OrderStatus.SUBMITTED, version + 1, filledQuantity, filledValue, Optional.empty());
    }

    /// The order after one more fill.
    ///
    /// @throws IllegalStateException if more is filled than was asked, or nothing more can happen to the order
    public Order filled(Fill fill) {
        var total = filledQuantity.plus(fill.lastQuantity());
        if (total.compareTo(request.quantity()) > 0) {
            throw new IllegalStateException("order " + request.orderId() + ": filled " + total + " of "
                    + request.quantity() + ", more than was asked");
        }
        var next = total.equals(request.quantity()) ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
        return become(next, total, filledValue.plus(fill.lastPrice().times(fill.lastQuantity())), Optional.empty());
    }

    /// The order after a fill beyond what was asked, whole. Only a broker's own books may say so; what they have
    /// executed is held, whoever asked for it.
    ///
    /// @throws IllegalStateException if not more than was asked is filled by it, or the order can't be filled
    public Order overfilled(Fill fill) {
        var total = filledQuantity.plus(fill.lastQuantity());
        if (total.compareTo(request.quantity()) <= 0) {
            throw new IllegalStateException("order " + request.orderId() + ": filled " + total + " of "
                    + request.quantity() + ", not more than was asked");
        }
        if (status != OrderStatus.FILLED && !status.mayBecome(OrderStatus.FILLED)) {
            throw new IllegalStateException(
                    "order " + request.orderId() + " is " + status + " and can't become " + OrderStatus.FILLED);
        }
        var value = filledValue.plus(fill.lastPrice().times(fill.lastQuantity()));
        return new Order(request, OrderStatus.FILLED, version + 1, total, value, Optional.empty());
    }

    /// The order ended without (further) fills.
    ///
    /// @param as one of the [failures][OrderStatus#isFailure]
    /// @throws IllegalStateException if its state does not allow that
    public Order failed(OrderStatus as, FailureCode code) {
        if (!as.isFailure()) {
            throw new IllegalArgumentException(
                    "order " + request.orderId() + " does not end by being " + as + "; that is no failure");
        }
        return become(as, filledQuantity, filledValue, Optional.of(code));
    }

    private Order become(OrderStatus next, Quantity filled, Money value, Optional<FailureCode> code) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException(
                    "order " + request.orderId() + " is " + status + " and can't become " + next);
        }
        return new Order(request, next, version + 1, filled, value, code);
    }
}
