package io.alphapanda.domain.paper;

import io.alphapanda.domain.charge.Charges;
import io.alphapanda.domain.charge.FlatCharges;
import io.alphapanda.domain.instrument.Venue;
import io.alphapanda.domain.money.BasisPoints;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Side;

/// What trading costs on a paper account.
///
/// @param slippage against the trader, basis points of the reference price, 0 to 1000; 5 by default
/// @param charges  what an execution costs beside its price; 10 basis points of its value by default
public record PaperTerms(BasisPoints slippage, Charges charges) {

    private static final BasisPoints ONE_TENTH = BasisPoints.of("1000");

    public static final PaperTerms DEFAULT = new PaperTerms(BasisPoints.of("5"), new FlatCharges(BasisPoints.of("10")));

    public PaperTerms {
        if (slippage.compareTo(BasisPoints.ZERO) < 0 || slippage.compareTo(ONE_TENTH) > 0) {
            throw new IllegalArgumentException("slippage " + slippage + " must be between 0 and 1000 basis points");
        }
    }

    /// The price a market order gets: the reference worsened by the slippage, on the venue's price grid.
    public Price executionPrice(Side side, Price reference, Venue venue) {
        return reference.worsenedFor(side, slippage, venue.priceIncrement());
    }
}
