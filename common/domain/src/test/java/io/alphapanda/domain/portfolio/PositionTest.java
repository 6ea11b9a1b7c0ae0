package io.alphapanda.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.money.SignedQuantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionTest {

    @ParameterizedTest(name = "{0} units at cost {1}: {2} {3} at {4} gives {5} at {6}, cash {7}, realised {8}")
    @CsvSource({
        // opened and added to
        "0,   0,     BUY,  10, 100, 10,  1000,  -1000, 0",
        "0,   0,     SELL, 10, 100, -10, -1000, 1000,  0",
        "10,  1000,  BUY,  5,  130, 15,  1650,  -650,  0",
        "-10, -1000, SELL, 5,  130, -15, -1650, 650,   0",
        // closed in part: the same part of the cost goes
        "10,  1000,  SELL, 4,  110, 6,   600,   440,   40",
        "10,  1000,  SELL, 4,  90,  6,   600,   360,   -40",
        "-10, -1000, BUY,  4,  90,  -6,  -600,  -360,  40",
        "-10, -1000, BUY,  4,  110, -6,  -600,  -440,  -40",
        // closed wholly: nothing is left of the cost
        "10,  1000,  SELL, 10, 101, 0,   0,     1010,  10",
        "-10, -1000, BUY,  10, 101, 0,   0,     -1010, -10",
        "3,   100,   SELL, 3,  40,  0,   0,     120,   20",
        // turned over: the old side is closed, the rest is opened at the new price
        "10,  1000,  SELL, 15, 110, -5,  -550,  1650,  100",
        "-10, -1000, BUY,  15, 90,  5,   450,   -1350, 100",
        // a cost that does not divide: ten digits, the rest stays in the position
        "3,   100,   SELL, 1,  40,  2,   66.6666666667, 40, 6.6666666667",
        "-3,  -100,  BUY,  1,  30,  -2,  -66.6666666667, -30, 3.3333333333",
    })
    void booksAFillAtAverageCost(
            String held,
            String cost,
            Side side,
            String quantity,
            String price,
            String then,
            String newCost,
            String cash,
            String realized) {
        var fees = Money.of("2");
        var before = new Position(SignedQuantity.of(held), Money.of(cost), Money.of("7"), Money.of("3"));
        var after = new Position(
                SignedQuantity.of(then), Money.of(newCost), Money.of("7").plus(Money.of(realized)), Money.of("5"));
        assertThat(before.book(side, Quantity.of(quantity), Price.of(price), fees))
                .isEqualTo(new Position.Booking(after, Money.of(cash).minus(fees), Money.of(realized)));
    }

    @ParameterizedTest(name = "{0} units at cost {1} average {2}")
    @CsvSource({
        "10,         1000,         100",
        "-10,        -1000,        100",
        "3,          100,          33.33333333",
        "0.00000001, 0.0006712345, 67123.45",
        "1000,       0.000006,     0.00000001", // rounded up to the eighth digit
    })
    void averagesOverWhatIsOpen(String quantity, String cost, String average) {
        assertThat(position(quantity, cost).averageEntryPrice()).contains(Price.of(average));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0.0000000001", "0.1, 0"})
    void showsNoAverageOfWhatIsFlatOrRoundedAway(String quantity, String cost) {
        assertThat(position(quantity, cost).averageEntryPrice()).isEmpty();
    }

    @ParameterizedTest(name = "{0} units at cost {1}, marked at {2}: worth {3}, unrealised {4}")
    @CsvSource({
        "10,  1000,  110, 1100,  100",
        "10,  1000,  90,  900,   -100",
        "-10, -1000, 110, -1100, -100",
        "-10, -1000, 90,  -900,  100",
        "0,   0,     90,  0,     0",
    })
    void isMarkedWithoutChangingTheBooks(String quantity, String cost, String mark, String value, String unrealized) {
        var position = position(quantity, cost);
        assertThat(position.value(Price.of(mark))).isEqualTo(Money.of(value));
        assertThat(position.unrealizedPnl(Price.of(mark))).isEqualTo(Money.of(unrealized));
    }

    @Test
    void isEmptyBeforeItsFirstFill() {
        assertThat(Position.EMPTY).isEqualTo(new Position(SignedQuantity.FLAT, Money.ZERO, Money.ZERO, Money.ZERO));
    }

    private static Position position(String quantity, String cost) {
        return new Position(SignedQuantity.of(quantity), Money.of(cost), Money.ZERO, Money.ZERO);
    }
}
