package io.alphapanda.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.charge.FlatCharges;
import io.alphapanda.domain.instrument.Venue;
import io.alphapanda.domain.instrument.Venues;
import io.alphapanda.domain.money.BasisPoints;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.money.SignedQuantity;
import io.alphapanda.domain.paper.PaperTerms;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PendingTest {

    private static final Venue VENUE = Venues.find("SIM").orElseThrow();
    private static final PaperTerms FREE = new PaperTerms(BasisPoints.ZERO, new FlatCharges(BasisPoints.ZERO));
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);

    private static Pending pending(Side side, String leaves, String reserved, String price) {
        return new Pending(side, Quantity.of(leaves), Money.of(reserved), Price.of(price));
    }

    /// Ten at 100 that have reserved five.
    @ParameterizedTest(name = "{0} holding {1}: {2}")
    @CsvSource({
        "BUY,  -11, 5",
        "BUY,  -10, 5",
        "BUY,   -9, 100",
        "BUY,    0, 1000",
        "BUY,   10, 1000",
        "SELL,  10, 5",
        "SELL,   9, 100",
        "SELL,   0, 1000",
        "SELL, -10, 1000",
    })
    void whatItOpensFromThePositionOfNowIsClaimedIfThatIsMore(Side side, String position, String claim) {
        assertThat(pending(side, "10", "5", "100").claim(SignedQuantity.of(position), FREE, VENUE, DAY))
                .isEqualTo(Money.of(claim));
    }

    @Test
    void whatWasReservedStaysReservedWhereThatIsMore() {
        assertThat(pending(Side.BUY, "10", "1000.01", "100").claim(SignedQuantity.FLAT, FREE, VENUE, DAY))
                .isEqualTo(Money.of("1000.01"));
    }

    @Test
    void slippageAndTheFeesOnAllOfItArePartOfTheClaim() {
        var claim = pending(Side.BUY, "10", "0", "100").claim(SignedQuantity.of("-4"), PaperTerms.DEFAULT, VENUE, DAY);

        assertThat(claim).isEqualTo(Money.of("601.3005")); // six at 100.05, a thousandth of ten
    }

    @Test
    void ordersOfOneSideAddUpAtTheHighestPrice() {
        assertThat(pending(Side.SELL, "3", "30", "100").and(pending(Side.SELL, "4", "50", "120")))
                .isEqualTo(pending(Side.SELL, "7", "80", "120"))
                .isEqualTo(pending(Side.SELL, "4", "50", "120").and(pending(Side.SELL, "3", "30", "100")));
    }
}
