package io.alphapanda.local.kite.exchange;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a fault has in store for one order.
///
/// @param placedAfter   the order reaches the book only then; its id is known before
/// @param hiddenFor     the order book does not show it for so long, counted from when it was placed
/// @param rejection     the exchange rejects it with this text
/// @param refusalAs     how a refusal shows, instead of as usual
/// @param fillAtMost    the most a single tick fills, 0 for no such limit
/// @param fillAtOnce    filled completely before the request is answered
/// @param shownStatus   what the book says while the order is not over
/// @param failedSlices  how many slices of an autosliced order are refused
/// @param beyond        what is executed of it once it is complete
public record OrderFate(
        Duration placedAfter,
        Duration hiddenFor,
        @Nullable String rejection,
        Refusal.@Nullable Form refusalAs,
        long fillAtMost,
        boolean fillAtOnce,
        @Nullable String shownStatus,
        int failedSlices,
        @Nullable Beyond beyond) {
    public static final OrderFate ORDINARY =
            new OrderFate(Duration.ZERO, Duration.ZERO, null, null, 0, false, null, 0, null);

    public OrderFate withPlacedAfter(Duration delay) {
        return new OrderFate(
                delay, hiddenFor, rejection, refusalAs, fillAtMost, fillAtOnce, shownStatus, failedSlices, beyond);
    }

    public OrderFate withHiddenFor(Duration delay) {
        return new OrderFate(
                placedAfter, delay, rejection, refusalAs, fillAtMost, fillAtOnce, shownStatus, failedSlices, beyond);
    }

    public OrderFate withRejection(String text) {
        return new OrderFate(
                placedAfter, hiddenFor, text, refusalAs, fillAtMost, fillAtOnce, shownStatus, failedSlices, beyond);
    }

    public OrderFate withRefusalAs(Refusal.Form form) {
        return new OrderFate(
                placedAfter, hiddenFor, rejection, form, fillAtMost, fillAtOnce, shownStatus, failedSlices, beyond);
    }

    public OrderFate withFillAtMost(long quantity) {
        return new OrderFate(
                placedAfter, hiddenFor, rejection, refusalAs, quantity, fillAtOnce, shownStatus, failedSlices, beyond);
    }

    public OrderFate withFillAtOnce() {
        return new OrderFate(
                placedAfter, hiddenFor, rejection, refusalAs, fillAtMost, true, shownStatus, failedSlices, beyond);
    }

    public OrderFate withShownStatus(String status) {
        return new OrderFate(
                placedAfter, hiddenFor, rejection, refusalAs, fillAtMost, fillAtOnce, status, failedSlices, beyond);
    }

    public OrderFate withFailedSlices(int slices) {
        return new OrderFate(
                placedAfter, hiddenFor, rejection, refusalAs, fillAtMost, fillAtOnce, shownStatus, slices, beyond);
    }

    public OrderFate withBeyond(long quantity, Duration after) {
        return new OrderFate(
                placedAfter,
                hiddenFor,
                rejection,
                refusalAs,
                fillAtMost,
                fillAtOnce,
                shownStatus,
                failedSlices,
                new Beyond(quantity, after));
    }

    /// An execution that nobody asked for.
    ///
    /// @param quantity pieces
    /// @param after    how long after the order was complete
    public record Beyond(long quantity, Duration after) {}
}
