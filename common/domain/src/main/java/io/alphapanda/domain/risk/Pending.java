package io.alphapanda.domain.risk;

import io.alphapanda.domain.charge.Charged;
import io.alphapanda.domain.charge.Execution;
import io.alphapanda.domain.instrument.Venue;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.money.SignedQuantity;
import io.alphapanda.domain.paper.PaperTerms;
import java.time.LocalDate;

/// What is approved of an instrument on one side, has not ended, and may still be filled.
///
/// @param side           which way
/// @param leaves         of all of its orders together
/// @param reserved       what they were approved to take
/// @param referencePrice the highest of theirs: what opens takes its price, long or short
public record Pending(Side side, Quantity leaves, Money reserved, Price referencePrice) {

    /// What it may still take of the cash.
    ///
    /// An approval reserves what it opens if all that was approved before it is filled first. A broker may fill the
    /// later one first: that one closes what the earlier one was to close, and its reservation ends with it. The
    /// earlier one opens then, with nothing reserved but its fees. So what is left is reckoned from the position of
    /// now.
    ///
    /// @param position filled
    /// @param day      trading day, for charges
    public Money claim(SignedQuantity position, PaperTerms costs, Venue venue, LocalDate day) {
        var opening = new Exposure(position, Quantity.ZERO, Quantity.ZERO).opening(side, leaves);
        if (opening.isZero()) {
            return reserved;
        }
        var price = costs.executionPrice(side, referencePrice, venue);
        var needed = price.times(opening);
        var fees =
                costs.charges().on(new Execution(venue, side, price, leaves, day)) instanceof Charged.Known(var sheet)
                        ? sheet.total()
                        : Money.ZERO;
        return needed.plus(fees).max(reserved);
    }

    /// Both together, of one side.
    public Pending and(Pending other) {
        return new Pending(
                side,
                leaves.plus(other.leaves),
                reserved.plus(other.reserved),
                referencePrice.max(other.referencePrice));
    }
}
