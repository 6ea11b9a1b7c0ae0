package io.alphapanda.domain.risk;

import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.money.SignedQuantity;
import java.math.BigDecimal;

/// What a strategy has at a broker, and what it may still get: filled **and** approved but not yet filled.
///
/// @param position     filled, of the signal's instrument
/// @param pendingBuys  approved or open buys of the instrument that are not filled yet
/// @param pendingSells approved or open sells likewise
public record Exposure(SignedQuantity position, Quantity pendingBuys, Quantity pendingSells) {

    public static final Exposure NONE = new Exposure(SignedQuantity.FLAT, Quantity.ZERO, Quantity.ZERO);

    /// The largest position that could come about in the order's direction if everything pending on that side and
    /// `more` were filled; above zero means in that direction. A plain number: it may be too large for a
    /// quantity.
    BigDecimal worstCase(Side side, Quantity more) {
        var pending = side == Side.BUY ? pendingBuys : pendingSells;
        var held = side == Side.BUY ? position.value() : position.value().negate();
        return held.add(pending.value()).add(more.value());
    }

    /// How much of an order would open new exposure, taking what is pending on its side to be filled first.
    public Quantity opening(Side side, Quantity order) {
        return new Quantity(worstCase(side, order).max(BigDecimal.ZERO).min(order.value()));
    }
}
