package io.alphapanda.local.kite.exchange;

import java.util.List;

/// What a placed order is answered with.
///
/// @param orderId the order, or what its slices have in common
/// @param slices  of an autosliced order; empty otherwise
public record Placement(String orderId, List<Slice> slices) {
    /// One slice: an order, or why it is none.
    public sealed interface Slice {
        record Placed(String orderId) implements Slice {}

        record Failed(Refusal refusal) implements Slice {}
    }

    static Placement one(String orderId) {
        return new Placement(orderId, List.of());
    }
}
