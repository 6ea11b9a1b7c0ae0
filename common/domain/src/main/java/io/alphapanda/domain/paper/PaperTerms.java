package io.alphapanda.domain.paper;

import io.alphapanda.domain.instrument.Venue;
import io.alphapanda.domain.money.BasisPoints;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;

/// What trading costs on a paper account.
///
/// @param slippage   against the trader, basis points of the reference price; 5 by default
/// @param commission of the traded value, basis points; 10 by default
public record PaperTerms(BasisPoints slippage, BasisPoints commission) {

    private static final BasisPoints ONE_TENTH = BasisPoints.of("1000");

    public static final PaperTerms DEFAULT = new PaperTerms(BasisPoints.of("5"), BasisPoints.of("10"));

    public PaperTerms {
        check("slippage", slippage);
        check("commission", commission);
    }

    private static void check(String field, BasisPoints value) {
        if (value.compareTo(BasisPoints.ZERO) < 0 || value.compareTo(ONE_TENTH) > 0) {
            throw new IllegalArgumentException(field + " " + value + " must be between 0 and 1000 basis points");
        }
    }

    /// The price a market order gets: the reference worsened by the slippage, on the venue's price grid.
    public Price executionPrice(Side side, Price reference, Venue venue) {
        return reference.worsenedFor(side, slippage, venue.priceIncrement());
    }

    /// The charges on a fill.
    public Money fees(Price price, Quantity quantity) {
        return price.times(quantity).share(commission);
    }
}
