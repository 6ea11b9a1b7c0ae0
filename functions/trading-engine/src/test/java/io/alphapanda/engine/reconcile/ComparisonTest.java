package io.alphapanda.engine.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.money.SignedQuantity;
import io.alphapanda.domain.order.OrderStatus;
import io.alphapanda.domain.placement.BrokerOrder;
import io.alphapanda.domain.placement.BrokerTrade;
import io.alphapanda.engine.live.Statement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is found for every way in which two books can disagree, and what is not.
class ComparisonTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 31);
    private static final InstrumentId TCS = InstrumentId.of("NSE:TCS");
    private static final InstrumentId INFY = InstrumentId.of("NSE:INFY");

    /// `t1:4 t2:6` are trades, `WORKING 4` is the broker's order.
    @ParameterizedTest(name = "ours {0} with {1}, the broker''s {2} with {3}: {4}")
    @CsvSource({
        "SUBMITTED,        '',         WORKING 0,   '',         ",
        "PARTIALLY_FILLED, t1:4,       WORKING 4,   t1:4,       ",
        "FILLED,           t1:4 t2:6,  COMPLETE 10, t1:4 t2:6,  ",
        "CANCELLED,        t1:4,       CANCELLED 4, t1:4,       ",
        "CANCELLED,        t1:4,       COMPLETE 4,  t1:4,       ", // cut short by hand
        "REJECTED,         '',         REJECTED 0,  '',         ",
        "FAILED,           '',         REJECTED 0,  '',         ",
        // not there
        "SUBMITTED,        '',         ,            '',         ORDER_MISSING_AT_BROKER o-1 filled=0 status=SUBMITTED tag=T1",
        "FILLED,           t1:10,      ,            '',         ORDER_MISSING_AT_BROKER o-1 filled=10 status=FILLED tag=T1",
        "CANCELLED,        '',         ,            '',         ORDER_MISSING_AT_BROKER o-1 filled=0 status=CANCELLED tag=T1",
        "REJECTED,         '',         ,            '',         ", // a refusal is in nobody's book
        "FAILED,           '',         ,            '',         ",
        "EXPIRED,          '',         ,            '',         ",
        // another state
        "SUBMITTED,        '',         CANCELLED 0, '',         ORDER_STATE_DIFFERS o-1 broker=CANCELLED filledBroker=0 filledOurs=0 ours=SUBMITTED",
        "CANCELLED,        '',         WORKING 0,   '',         ORDER_STATE_DIFFERS o-1 broker=WORKING filledBroker=0 filledOurs=0 ours=CANCELLED",
        "FAILED,           '',         WORKING 0,   '',         ORDER_STATE_DIFFERS o-1 broker=WORKING filledBroker=0 filledOurs=0 ours=FAILED",
        "INTENDED,         '',         WORKING 0,   '',         ORDER_STATE_DIFFERS o-1 broker=WORKING filledBroker=0 filledOurs=0 ours=INTENDED",
        // filled more by the order than by its trades
        "PARTIALLY_FILLED, t1:4,       WORKING 5,   t1:4,       ORDER_STATE_DIFFERS o-1 broker=WORKING filledBroker=5 filledOurs=4 ours=PARTIALLY_FILLED",
        // fills
        "PARTIALLY_FILLED, t1:4,       WORKING 6,   t1:4 t2:2,  FILL_MISSING_HERE o-1 t2 price=100 quantity=2",
        "PARTIALLY_FILLED, t1:4,       COMPLETE 10, t1:4 t2:6,  'ORDER_STATE_DIFFERS o-1 broker=COMPLETE filledBroker=10 filledOurs=4 ours=PARTIALLY_FILLED; FILL_MISSING_HERE o-1 t2 price=100 quantity=6'",
        "FILLED,           t1:10,      COMPLETE 10, t9:10,      'FILL_MISSING_HERE o-1 t9 price=100 quantity=10; FILL_UNKNOWN_AT_BROKER o-1 t1 filledOurs=10'",
        "PARTIALLY_FILLED, t1:4 t2:2,  WORKING 4,   t1:4,       FILL_UNKNOWN_AT_BROKER o-1 t2 filledOurs=6",
        // a trade beyond what was asked is booked nowhere, so it stays missing
        "FILLED,           t1:10,      COMPLETE 12, t1:10 t2:2, FILL_MISSING_HERE o-1 t2 price=100 quantity=2",
    })
    void orders(OrderStatus status, String booked, String theirs, String trades, String found) {
        var lines = theirs == null ? List.<Statement.Line>of() : List.of(line("T1", order("B1", theirs, trades)));

        assertThat(words(OrderComparison.of(List.of(ours(status, booked, false)), lines)
                        .findings()))
                .isEqualTo(found == null ? "" : found);
    }

    @Test
    void anOrderThatMovesIsNotCompared() {
        var lines = List.of(line("T1", order("B1", "COMPLETE 10", "t1:10")));

        assertThat(OrderComparison.of(List.of(ours(OrderStatus.UNKNOWN, "", true)), lines)
                        .findings())
                .isEmpty();
    }

    @Test
    void aDoubledTagIsNamedWithItsOrders() {
        var lines = List.of(line("T1", order("B2", "WORKING 0", "")), line("T1", order("B1", "WORKING 0", "")));

        assertThat(words(OrderComparison.of(List.of(ours(OrderStatus.SUBMITTED, "", false)), lines)
                        .findings()))
                .isEqualTo("TAG_DOUBLED o-1 orders=B1 B2 tag=T1");
    }

    @Test
    void anOrderWithoutATagOfOursIsShown() {
        var lines = List.of(line("", order("H1", "COMPLETE 3", "t:3")), line("OTHER", order("H2", "WORKING 0", "")));

        assertThat(words(OrderComparison.of(List.of(), lines).foreign()))
                .isEqualTo("FOREIGN_ORDER H1 filled=3 instrument=NSE:TCS side=BUY state=COMPLETE;"
                        + " FOREIGN_ORDER H2 filled=0 instrument=NSE:TCS side=BUY state=WORKING");
    }

    @ParameterizedTest(
            name = "ours {0}, broker''s {1}, by hand today {2}, not ours this morning {3}: {4}, {5} unexplained")
    @CsvSource({
        "10,  10,  0,  0,   ,                 ",
        "0,   0,   0,  0,   ,                 ",
        "-5,  -5,  0,  0,   ,                 ",
        // the owner's own
        "10,  15,  5,  0,   FOREIGN_POSITION, 0",
        "10,  7,   -3, 0,   FOREIGN_POSITION, 0",
        "10,  110, 0,  100, FOREIGN_POSITION, 0",
        "10,  90,  -20, 100, FOREIGN_POSITION, 0",
        "10,  10,  -100, 100, ,               ", // had a hundred, sold them
        // differences
        "10,  9,   0,  0,   POSITION_DIFFERS, -1",
        "10,  16,  5,  0,   POSITION_DIFFERS, 1",
        "10,  10,  5,  0,   POSITION_DIFFERS, -5",
        "10,  10,  0,  100, POSITION_DIFFERS, -100",
        "10,  -10, 0,  0,   POSITION_DIFFERS, -20",
        "0,   3,   0,  0,   POSITION_DIFFERS, 3",
        // never traded by the lane: wholly the owner's
        ",    3,   0,  0,   FOREIGN_POSITION, 0",
        ",    3,   3,  0,   FOREIGN_POSITION, 0",
        ",    0,   0,  3,   ,                 ",
    })
    void positions(String mine, String theirs, String byHand, String morning, FindingCode found, String unexplained) {
        var positions = mine == null ? Map.<InstrumentId, SignedQuantity>of() : Map.of(TCS, SignedQuantity.of(mine));
        var compared = PositionComparison.of(
                new Ours(List.of(), positions),
                statement(TODAY, byHand(byHand), TCS, theirs),
                foreign(TODAY.minusDays(1), morning, "0"));

        assertThat(compared.findings()).extracting(Finding::code).isEqualTo(found == null ? List.of() : List.of(found));
        if (found != null) {
            assertThat(compared.findings().getFirst().numbers()).containsEntry("unexplained", unexplained);
        }
    }

    /// A day of an owner who trades beside the house: each comparison begins with what the one before it left.
    @Test
    void whatIsNotOursIsCarriedThroughTheDayAndOverNight() {
        var none = PositionComparison.of(
                new Ours(List.of(), Map.of()), statement(TODAY, List.of(), TCS, "100"), Foreign.NONE);
        assertThat(none.findings()).extracting(Finding::code).containsExactly(FindingCode.FOREIGN_POSITION);

        var traded = compared(TODAY, "10", byHand("5"), "115", none.foreign());
        assertThat(codes(traded)).containsExactly(FindingCode.FOREIGN_POSITION);
        var later = compared(TODAY, "10", byHand("-15"), "95", traded.foreign());
        assertThat(codes(later)).containsExactly(FindingCode.FOREIGN_POSITION);

        var tomorrow = compared(TODAY.plusDays(1), "0", List.of(), "85", later.foreign());
        assertThat(codes(tomorrow)).containsExactly(FindingCode.FOREIGN_POSITION);
        var lost = compared(TODAY.plusDays(1), "0", List.of(), "84", tomorrow.foreign());
        assertThat(codes(lost)).containsExactly(FindingCode.POSITION_DIFFERS);
    }

    @Test
    void anUnexplainedDifferenceStaysTheSameDifferenceOverNight() {
        var first = compared(TODAY, "10", List.of(), "13", Foreign.NONE);
        var next = compared(TODAY.plusDays(1), "4", byHand("2"), "9", first.foreign());

        assertThat(next.findings().getFirst().isSameAs(first.findings().getFirst()))
                .isTrue();
        assertThat(next.findings().getFirst().numbers()).containsEntry("unexplained", "3");
    }

    @Test
    void aPositionWhoseOrderMovesIsNotComparedAndLosesNothingOfWhatIsNotOurs() {
        var ours = new Ours(List.of(ours(OrderStatus.UNKNOWN, "", true)), Map.of(TCS, SignedQuantity.of("10")));
        var moving = PositionComparison.of(
                ours, statement(TODAY, List.of(), TCS, "20"), foreign(TODAY.minusDays(1), "5", "0"));

        assertThat(moving.findings()).isEmpty();
        assertThat(codes(compared(TODAY, "10", List.of(), "15", moving.foreign())))
                .containsExactly(FindingCode.FOREIGN_POSITION);
    }

    /// Fills in flight on a busy lane would otherwise be another position's difference at every look.
    @ParameterizedTest(name = "ours {0} with {1}, the broker''s {2} with {3}, positions {4} and {5}: {6}")
    @CsvSource({
        "PARTIALLY_FILLED, t1:4,  WORKING 6,   t1:4 t2:2, 4,  6,  FILL_MISSING_HERE",
        "SUBMITTED,        '',    COMPLETE 10, t1:10,     ,   10, ORDER_STATE_DIFFERS FILL_MISSING_HERE",
        "FILLED,           t1:10, ,            '',        10, 0,  ORDER_MISSING_AT_BROKER",
        "PARTIALLY_FILLED, t1:4,  WORKING 6,   t1:4 t2:2, 4,  7,  FILL_MISSING_HERE POSITION_DIFFERS",
    })
    void whatAnOrdersFindingSaysIsNoDifferenceOfItsPositionToo(
            OrderStatus status, String booked, String state, String trades, String mine, String theirs, String found) {
        var lines = state == null ? List.<Statement.Line>of() : List.of(line("T1", order("B1", state, trades)));
        var positions = mine == null ? Map.<InstrumentId, SignedQuantity>of() : Map.of(TCS, SignedQuantity.of(mine));

        var compared = Comparison.of(
                new Ours(List.of(ours(status, booked, false)), positions),
                statement(TODAY, lines, TCS, theirs),
                Foreign.NONE);

        assertThat(compared.findings()).extracting(each -> each.code().name()).containsExactly(found.split(" "));
        assertThat(compared.foreign().parts()).isEmpty();
    }

    @ParameterizedTest(name = "an instrument the lane {0} and that was filled while the broker was read: {1}")
    @CsvSource({"has traded, ''", "has never traded, FOREIGN_POSITION"})
    void aPositionThatMovedWhileTheBrokerWasReadIsNotCompared(String lane, String found) {
        var positions = lane.equals("has traded")
                ? Map.of(TCS, SignedQuantity.of("10"))
                : Map.<InstrumentId, SignedQuantity>of();
        var broker = new Statement.Read(TODAY, List.of(), List.of(held(TCS, "15")), Set.of(TCS.toString()));

        var compared = PositionComparison.of(new Ours(List.of(), positions), broker, Foreign.NONE);

        assertThat(compared.findings().stream().map(each -> each.code().name()).collect(Collectors.joining()))
                .isEqualTo(found);
    }

    @Test
    void whatTheHouseHasNoNameForIsShown() {
        var statement = new Statement.Read(
                TODAY,
                List.of(),
                List.of(new Statement.Held(
                        new Statement.Listed("NSE:NIFTY 50", Optional.empty()),
                        SignedQuantity.of("2"),
                        Optional.empty())));

        assertThat(PositionComparison.of(new Ours(List.of(), Map.of()), statement, Foreign.NONE)
                        .findings())
                .extracting(Finding::subject, Finding::code)
                .containsExactly(tuple("NSE:NIFTY 50", FindingCode.FOREIGN_POSITION));
    }

    @Test
    void rowsOfOneInstrumentAddUp() {
        var statement =
                new Statement.Read(TODAY, List.of(), List.of(held(TCS, "100"), held(TCS, "-30"), held(INFY, "0")));

        assertThat(PositionComparison.of(
                                new Ours(List.of(), Map.of(TCS, SignedQuantity.of("70"))), statement, Foreign.NONE)
                        .findings())
                .isEmpty();
    }

    @Test
    void aDifferenceThatWasNotThereBeforeIsLeftOutAndInformationStays() {
        var ours = new Ours(List.of(ours(OrderStatus.SUBMITTED, "", false)), Map.of());
        var once = Comparison.of(ours, statement(TODAY, List.of(), INFY, "1"), Foreign.NONE);
        var never = Comparison.of(new Ours(List.of(), Map.of()), statement(TODAY, List.of(), INFY, "1"), Foreign.NONE);

        assertThat(once.differences()).hasSize(1);
        assertThat(once.confirming(once).differences()).hasSize(1);
        assertThat(once.confirming(never).findings())
                .extracting(Finding::code)
                .containsExactly(FindingCode.FOREIGN_POSITION);
    }

    private static PositionComparison compared(
            LocalDate day, String mine, List<Statement.Line> byHand, String theirs, Foreign earlier) {
        return PositionComparison.of(
                new Ours(List.of(), Map.of(TCS, SignedQuantity.of(mine))),
                statement(day, byHand, TCS, theirs),
                earlier);
    }

    private static List<FindingCode> codes(PositionComparison compared) {
        return compared.findings().stream().map(Finding::code).toList();
    }

    private static Foreign foreign(LocalDate day, String quantity, String today) {
        return new Foreign(
                day, Map.of(TCS.toString(), new Foreign.Part(new BigDecimal(quantity), new BigDecimal(today))));
    }

    private static Statement.Read statement(
            LocalDate day, List<Statement.Line> lines, InstrumentId instrument, String held) {
        return new Statement.Read(day, lines, List.of(held(instrument, held)));
    }

    private static Statement.Held held(InstrumentId instrument, String quantity) {
        return new Statement.Held(Statement.Listed.of(instrument), SignedQuantity.of(quantity), Optional.empty());
    }

    private static List<Statement.Line> byHand(String signed) {
        var number = new BigDecimal(signed);
        if (number.signum() == 0) {
            return List.of();
        }
        var quantity = new Quantity(number.abs());
        var order = new BrokerOrder("H1", BrokerOrder.State.COMPLETE, quantity, List.of(), "");
        return List.of(
                new Statement.Line("", Statement.Listed.of(TCS), number.signum() > 0 ? Side.BUY : Side.SELL, order));
    }

    private static OurOrder ours(OrderStatus status, String booked, boolean moving) {
        var trades = trades(booked);
        var filled = trades.stream().map(BrokerTrade::quantity).reduce(Quantity.ZERO, Quantity::plus);
        Set<String> ids = trades.stream().map(BrokerTrade::tradeId).collect(Collectors.toSet());
        return new OurOrder("o-1", "T1", TCS, Side.BUY, status, filled, ids, moving);
    }

    private static Statement.Line line(String tag, BrokerOrder order) {
        return new Statement.Line(tag, Statement.Listed.of(TCS), Side.BUY, order);
    }

    private static BrokerOrder order(String id, String stateAndFilled, String trades) {
        var parts = stateAndFilled.split(" ");
        return new BrokerOrder(id, BrokerOrder.State.valueOf(parts[0]), Quantity.of(parts[1]), trades(trades), "");
    }

    private static List<BrokerTrade> trades(String text) {
        return Arrays.stream(text.split(" "))
                .filter(each -> !each.isEmpty())
                .map(each -> each.split(":"))
                .map(each -> new BrokerTrade(each[0], Quantity.of(each[1]), Price.of("100"), Instant.EPOCH))
                .toList();
    }

    private static String words(List<Finding> findings) {
        var all = new ArrayList<String>();
        for (var each : findings) {
            all.add(each.code() + " " + each.subject() + " "
                    + new TreeMap<>(each.numbers())
                            .entrySet().stream()
                                    .map(number -> number.getKey() + "=" + number.getValue())
                                    .collect(Collectors.joining(" ")));
        }
        return String.join("; ", all);
    }
}
