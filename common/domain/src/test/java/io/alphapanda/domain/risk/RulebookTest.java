package io.alphapanda.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.alphapanda.domain.charge.Product;
import io.alphapanda.domain.charge.ZerodhaCharges;
import io.alphapanda.domain.control.TradingState;
import io.alphapanda.domain.money.BasisPoints;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.paper.PaperTerms;
import io.alphapanda.domain.signal.Wish;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Every rule at its bound, one step inside it and one step outside.
class RulebookTest {

    @Test
    void anApprovalCarriesEveryRulesVerdictWithItsNumbersAndReservesWhatItMayTake() {
        var decision =
                judge(Wish.buy("10"), new Known().exposure("-3", "5", "2").trades(7));
        assertThat(decision)
                .isEqualTo(new RiskDecision(
                        List.of(
                                verdict("expiry", "asOf=2026-07-31T04:00:00Z", "expiresAt=2026-07-31T04:00:30Z"),
                                verdict("duplicate", "decided=false"),
                                verdict("trading-state", "state=ACTIVE"),
                                verdict(
                                        "price-collar",
                                        "price=100",
                                        "referencePrice=100",
                                        "distanceBps=0",
                                        "limitBps=1000"),
                                verdict("order-value", "value=1000", "limit=1000000"),
                                verdict("daily-trades", "trades=7", "limit=50"),
                                verdict(
                                        "position",
                                        "position=-3",
                                        "pendingBuys=5",
                                        "pendingSells=2",
                                        "worstCase=12",
                                        "limit=1000"),
                                verdict("cash", "needed=1001.5005", "available=1000000")),
                        Money.of("1001.5005"))); // ten at 100.05 and a thousandth of it
        assertThat(decision.isApproved()).isTrue();
        assertThat(decision.denial()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(DenialCode.class)
    void everyDenialIsReachedNamedAndReservesNothing(DenialCode code) {
        var decision = Denials.of(code).judge();
        assertThat(decision.denial()).contains(code);
        assertThat(decision.isApproved()).isFalse();
        assertThat(decision.reserved()).isEqualTo(Money.ZERO);
        assertThat(decision.verdicts())
                .extracting(Verdict::rule)
                .as("no verdict is left out after a denial")
                .containsExactly(
                        "expiry",
                        "duplicate",
                        "trading-state",
                        "price-collar",
                        "order-value",
                        "daily-trades",
                        "position",
                        "cash");
        assertThat(decision.verdicts())
                .allSatisfy(verdict -> assertThat(verdict.numbers()).isNotEmpty());
    }

    /// Each knows everything but one fact; nothing is assumed in its place.
    @Test
    void aMissingFactDeniesAndIsNamed() {
        assertThat(denials(Wish.buy("10"), new Known().noHistory()))
                .containsExactly(denial("duplicate", DenialCode.SIGNAL_HISTORY_UNKNOWN, "missing=alreadyDecided"));
        assertThat(denials(Wish.buy("10"), new Known().noTradingState()))
                .containsExactly(denial("trading-state", DenialCode.TRADING_STATE_UNKNOWN, "missing=tradingState"));
        assertThat(denials(Wish.buy("10"), new Known().noTrades()))
                .containsExactly(denial("daily-trades", DenialCode.DAILY_TRADES_UNKNOWN, "missing=tradesToday"));
        assertThat(denials(Wish.buy("10"), new Known().noExposure()))
                .containsExactly(
                        denial("position", DenialCode.POSITION_UNKNOWN, "missing=exposure"),
                        denial("cash", DenialCode.CASH_UNKNOWN, "missing=exposure"));
        assertThat(denials(Wish.buy("10"), new Known().noCash()))
                .containsExactly(denial("cash", DenialCode.CASH_UNKNOWN, "missing=buyingPower"));
        assertThat(denials(Wish.buy("10").of("MCX:GOLD"), new Known().noVenue()))
                .containsExactly(denial("cash", DenialCode.INSTRUMENT_UNKNOWN, "instrument=MCX:GOLD"));
    }

    @Test
    void chargesNobodyKnowsDenyWithTheReason() {
        var zerodha = new PaperTerms(BasisPoints.of("5"), new ZerodhaCharges(Product.DELIVERY));
        var why = "why=zerodha charges have no table for delivery at BITSTAMP; they have delivery and intraday at NSE"
                + " and BSE, futures and options at NFO and BFO";

        assertThat(denials(
                        Wish.buy("1").of("BITSTAMP:btcusd"),
                        new Known().at("BITSTAMP").costing(zerodha)))
                .containsExactly(denial("cash", DenialCode.CASH_UNKNOWN, "missing=charges", why));
        assertThat(denials(
                        Wish.sell("1").of("BITSTAMP:btcusd"),
                        new Known().at("BITSTAMP").costing(zerodha).exposure("1", "0", "0")))
                .containsExactly(denial("cash", DenialCode.CASH_UNKNOWN, "missing=charges", why));
    }

    /// Ten at 100.05, or 99.95 sold; the charges on them as in ZerodhaChargesTest.
    @Test
    void anApprovalReservesWhatZerodhaWouldCharge() {
        var zerodha = new PaperTerms(BasisPoints.of("5"), new ZerodhaCharges(Product.DELIVERY));

        assertThat(judge(Wish.buy("10"), new Known().costing(zerodha)).reserved())
                .isEqualTo(Money.of("1001.687999703"));
        assertThat(judge(Wish.sell("10"), new Known().costing(zerodha).exposure("10", "0", "0"))
                        .reserved())
                .isEqualTo(Money.of("1.036887297"));
    }

    @Test
    void aMissingFactDeniesAnOrderThatOnlyClosesToo() {
        var closing = Wish.sell("10");
        assertThat(judge(closing, new Known().exposure("10", "0", "0")).isApproved())
                .isTrue();
        assertThat(Stream.of(
                        new Known().exposure("10", "0", "0").noCash(),
                        new Known().exposure("10", "0", "0").noVenue(),
                        new Known().exposure("10", "0", "0").noTrades(),
                        new Known().exposure("10", "0", "0").noHistory(),
                        new Known().exposure("10", "0", "0").noTradingState(),
                        new Known().noExposure()))
                .allMatch(known -> !judge(closing, known).isApproved());
    }

    @Test
    void theFirstDenialOfTheBookGivesTheReasonAndTheOthersAreKept() {
        var hopeless = judge(
                Wish.buy("1001").at("1000").named("2000"),
                new Known()
                        .asOf(Wish.TIME.plusSeconds(60))
                        .decidedBefore(true)
                        .trading(TradingState.HALTED)
                        .trades(50)
                        .cash("0"));
        assertThat(hopeless.denial()).contains(DenialCode.SIGNAL_EXPIRED);
        assertThat(hopeless.verdicts().stream().flatMap(each -> each.denial().stream()))
                .containsExactly(
                        DenialCode.SIGNAL_EXPIRED,
                        DenialCode.SIGNAL_DUPLICATE,
                        DenialCode.TRADING_HALTED,
                        DenialCode.PRICE_OUTSIDE_COLLAR,
                        DenialCode.ORDER_VALUE_EXCEEDED,
                        DenialCode.DAILY_TRADES_EXCEEDED,
                        DenialCode.POSITION_LIMIT_EXCEEDED,
                        DenialCode.CASH_INSUFFICIENT);
        assertThat(hopeless.reserved()).isEqualTo(Money.ZERO);
    }

    @ParameterizedTest(name = "judged {0} after the signal: {1}")
    @CsvSource({
        "PT0S,            ",
        "PT29.999999999S, ",
        "PT30S,           SIGNAL_EXPIRED",
        "PT30.000000001S, SIGNAL_EXPIRED",
    })
    void expiry(Duration later, DenialCode denial) {
        assertDenied(denial, Wish.buy("10"), new Known().asOf(Wish.TIME.plus(later)));
    }

    @ParameterizedTest
    @CsvSource({"false,", "true, SIGNAL_DUPLICATE"})
    void duplicate(boolean decided, DenialCode denial) {
        assertDenied(denial, Wish.buy("10"), new Known().decidedBefore(decided));
    }

    @ParameterizedTest(name = "{0}: {1} {2} holding {3}, pending +{4} -{5}: {6}")
    @CsvSource({
        "ACTIVE,   BUY,  10, 0,   0,  0,  ",
        "ACTIVE,   SELL, 10, 0,   0,  0,  ",
        "HALTED,   BUY,  10, 0,   0,  0,  TRADING_HALTED",
        "HALTED,   SELL, 10, 10,  0,  0,  TRADING_HALTED", // the way out too
        // out, up to flat
        "REDUCING, SELL, 9,  10,  0,  0,  ",
        "REDUCING, SELL, 10, 10,  0,  0,  ",
        "REDUCING, SELL, 10.0000000001, 10, 0, 0, TRADING_REDUCING",
        "REDUCING, BUY,  10, -10, 0,  0,  ",
        "REDUCING, BUY,  10.0000000001, -10, 0, 0, TRADING_REDUCING",
        // in
        "REDUCING, BUY,  0.0000000001, 0,   0, 0, TRADING_REDUCING",
        "REDUCING, SELL, 0.0000000001, 0,   0, 0, TRADING_REDUCING",
        "REDUCING, BUY,  0.0000000001, 10,  0, 0, TRADING_REDUCING",
        "REDUCING, SELL, 0.0000000001, -10, 0, 0, TRADING_REDUCING",
        // an exit that is on its way already leaves less to close
        "REDUCING, SELL, 4,  10,  0,  6,  ",
        "REDUCING, SELL, 4.0000000001, 10, 0, 6, TRADING_REDUCING",
        // what is pending the other way may fail, so there is nothing to close yet
        "REDUCING, SELL, 1,  0,   10, 0,  TRADING_REDUCING",
    })
    void tradingState(
            TradingState state, Side side, String quantity, String held, String buys, String sells, DenialCode denial) {
        assertDenied(
                denial,
                new Wish().order(side, Quantity.of(quantity)),
                new Known().trading(state).exposure(held, buys, sells));
    }

    @Test
    void aReducingLaneWhoseExposureIsNotKnownLetsNothingPass() {
        assertThat(denials(
                        Wish.sell("10"),
                        new Known().trading(TradingState.REDUCING).noExposure()))
                .first()
                .isEqualTo(denial("trading-state", DenialCode.TRADING_REDUCING, "state=REDUCING", "missing=exposure"));
    }

    @ParameterizedTest(name = "{0} named where {1} was seen: {2}")
    @CsvSource({
        "110,            100, ",
        "109.9999999999, 100, ",
        "110.0000000001, 100, PRICE_OUTSIDE_COLLAR", // rounded, this would be on the bound
        "90,             100, ",
        "90.0000000001,  100, ",
        "89.9999999999,  100, PRICE_OUTSIDE_COLLAR",
        "3.3,            3,   ",
        "3.3000000001,   3,   PRICE_OUTSIDE_COLLAR",
        "999999999999,   0.0000000001, PRICE_OUTSIDE_COLLAR", // a distance of 26 digits
    })
    void priceCollar(String named, String seen, DenialCode denial) {
        assertDenied(denial, Wish.buy("0.0000000001").at(seen).named(named), new Known());
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource({
        "10,             100000,       ",
        "10,             99999.95,     ",
        "10,             100000.05,    ORDER_VALUE_EXCEEDED",
        "0.0000000001,   1000000,      ",
        "999.9999999999, 1000.0000000001, ", // a ten-billionth of a ten-billionth below a million
        "10.0000000001,  100000,       ORDER_VALUE_EXCEEDED",
    })
    void orderValue(String quantity, String price, DenialCode denial) {
        assertDenied(denial, Wish.buy(quantity).at(price), new Known().cash("10000000"));
    }

    /// Money could not even hold these; they are denied, not an error.
    @ParameterizedTest
    @CsvSource({
        "999999999999999, 999999999999999",
        "999999999999999, 1",
        "100000000,       10000000",
        "0.0000000001,    999999999999999",
        "999999999999999, 0.0000000001",
    })
    void anOrderTooLargeToComputeIsDeniedLikeAnyOther(String quantity, String price) {
        for (var side : Side.values()) {
            var wish = new Wish().order(side, Quantity.of(quantity)).at(price);
            var decision = judge(wish, new Known().exposure("999999999999999", "999999999999999", "999999999999999"));
            assertThat(decision.isApproved()).isFalse();
        }
    }

    /// A hundred trillion can still be said, one unit of it more can't.
    @ParameterizedTest
    @CsvSource({"100000000, CASH_INSUFFICIENT", "100000001, CASH_UNKNOWN"})
    void theLargestCostThatIsComputedIsHeldAgainstTheCash(String quantity, DenialCode last) {
        var denials = denials(Wish.buy(quantity).at("1000000"), new Known());

        assertThat(denials.getLast().denial()).contains(last);
    }

    @Test
    void anOrderWhoseCostCannotBeComputedSaysSo() {
        assertThat(denials(Wish.buy("100000000").at("10000000"), new Known()))
                .containsExactly(
                        denial(
                                "order-value",
                                DenialCode.ORDER_VALUE_EXCEEDED,
                                "value=1000000000000000",
                                "limit=1000000"),
                        denial(
                                "position",
                                DenialCode.POSITION_LIMIT_EXCEEDED,
                                "position=0",
                                "pendingBuys=0",
                                "pendingSells=0",
                                "worstCase=100000000",
                                "limit=1000"),
                        denial("cash", DenialCode.CASH_UNKNOWN, "missing=cost"));
    }

    @ParameterizedTest(name = "after {0} trades: {1}")
    @CsvSource({"0,", "49,", "50, DAILY_TRADES_EXCEEDED", "51, DAILY_TRADES_EXCEEDED"})
    void dailyTrades(int today, DenialCode denial) {
        assertDenied(denial, Wish.buy("10"), new Known().trades(today));
    }

    @ParameterizedTest(name = "holding {2}, pending +{3} -{4}: {0} {1} {5}")
    @CsvSource({
        // flat
        "BUY,  1000,         0, 0, 0, ",
        "BUY,  1000.0000000001, 0, 0, 0, POSITION_LIMIT_EXCEEDED",
        "SELL, 1000,         0, 0, 0, ",
        "SELL, 1000.0000000001, 0, 0, 0, POSITION_LIMIT_EXCEEDED",
        // filled so far counts
        "BUY,  1,  999,   0, 0, ",
        "BUY,  2,  999,   0, 0, POSITION_LIMIT_EXCEEDED",
        "SELL, 1,  -999,  0, 0, ",
        "SELL, 2,  -999,  0, 0, POSITION_LIMIT_EXCEEDED",
        // approved but not yet filled counts as if it were (R2)
        "BUY,  1,  0,   999, 0, ",
        "BUY,  2,  0,   999, 0, POSITION_LIMIT_EXCEEDED",
        "SELL, 1,  0,   0, 999, ",
        "SELL, 2,  0,   0, 999, POSITION_LIMIT_EXCEEDED",
        "BUY,  1,  499, 500, 0, ",
        "BUY,  2,  499, 500, 0, POSITION_LIMIT_EXCEEDED",
        // what is pending the other way may fail, so it makes no room
        "BUY,  1,  1000, 0, 1000, POSITION_LIMIT_EXCEEDED",
        "SELL, 1,  -1000, 1000, 0, POSITION_LIMIT_EXCEEDED",
        // at the limit the way back is open, however far, up to the limit on the other side
        "SELL, 1,    1000,  0, 0, ",
        "BUY,  1,    -1000, 0, 0, ",
        "SELL, 2000, 1000,  0, 0, ",
        "SELL, 2001, 1000,  0, 0, POSITION_LIMIT_EXCEEDED",
        "BUY,  2000, -1000, 0, 0, ",
        "BUY,  2001, -1000, 0, 0, POSITION_LIMIT_EXCEEDED",
        // beyond it too, as when the limit was lowered since
        "SELL, 1,    3000,  0, 0, ",
        "BUY,  1,    3000,  0, 0, POSITION_LIMIT_EXCEEDED",
        // selling the same position twice is opening the other way
        "SELL, 1000, 1000, 0, 1000, ",
        "SELL, 1001, 1000, 0, 1000, POSITION_LIMIT_EXCEEDED",
    })
    void position(Side side, String quantity, String held, String buys, String sells, DenialCode denial) {
        assertDenied(
                denial,
                new Wish().order(side, Quantity.of(quantity)).at("0.05"),
                new Known().exposure(held, buys, sells));
    }

    @Test
    void aLaneThatAllowsNoPositionStillLetsOneBeClosed() {
        var none = new Rulebook(new RiskLimits(Quantity.ZERO, 50, BasisPoints.ZERO, Money.of("1000000")));
        var holding = new Known().exposure("10", "0", "0").facts();
        assertThat(none.judge(Wish.sell("10").signal(), holding).isApproved()).isTrue();
        assertThat(none.judge(Wish.sell("11").signal(), holding).denial()).contains(DenialCode.POSITION_LIMIT_EXCEEDED);
        assertThat(none.judge(Wish.buy("1").signal(), holding).denial()).contains(DenialCode.POSITION_LIMIT_EXCEEDED);
    }

    /// Ten at 100 get 100.05 or 99.95, and a thousandth goes in fees.
    @ParameterizedTest(name = "{0} {1} holding {2}, pending +{3} -{4}, with {5}: {6}")
    @CsvSource({
        "BUY,  10, 0,   0, 0,  1001.5005,     ",
        "BUY,  10, 0,   0, 0,  1001.5004999999, CASH_INSUFFICIENT",
        "BUY,  10, 0,   0, 0,  1001.5005000001, ",
        // a short is covered in full
        "SELL, 10, 0,   0, 0,  1000.4995,     ",
        "SELL, 10, 0,   0, 0,  1000.4994999999, CASH_INSUFFICIENT",
        // closing needs nothing, its fees come out of what it frees
        "SELL, 10, 10,  0, 0,  0,             ",
        "BUY,  10, -10, 0, 0,  0,             ",
        "SELL, 10, 10,  0, 0,  -5,            ",
        // of a turn, the part that opens and the fees on all of it
        "SELL, 15, 10,  0, 0,  501.24925,     ",
        "SELL, 15, 10,  0, 0,  501.2492499999, CASH_INSUFFICIENT",
        "BUY,  15, -10, 0, 0,  501.75075,     ",
        "BUY,  15, -10, 0, 0,  501.7507499999, CASH_INSUFFICIENT",
        // what is pending on the same side closes first
        "SELL, 10, 10,  0, 10, 1000.4995,     ",
        "SELL, 10, 10,  0, 10, 1000.4994999999, CASH_INSUFFICIENT",
        "SELL, 10, 10,  0, 5,  500.7495,     ",
        "SELL, 10, 10,  0, 5,  500.7494999999, CASH_INSUFFICIENT",
        // what is pending the other way is not counted on
        "BUY,  10, 0,   0, 10, 1001.5004999999, CASH_INSUFFICIENT",
    })
    void cash(Side side, String quantity, String held, String buys, String sells, String available, DenialCode denial) {
        assertDenied(
                denial,
                new Wish().order(side, Quantity.of(quantity)),
                new Known().exposure(held, buys, sells).cash(available));
    }

    @ParameterizedTest(name = "{0} {1} holding {2}: {3}")
    @CsvSource({
        "BUY,  10, 0,  1001.5005",
        "SELL, 10, 0,  1000.4995",
        "SELL, 10, 10, 0.9995",
        "SELL, 15, 10, 501.24925",
    })
    void anApprovalReservesWhatItOpensAndItsFees(Side side, String quantity, String held, String reserved) {
        assertThat(judge(new Wish().order(side, Quantity.of(quantity)), new Known().exposure(held, "0", "0"))
                        .reserved())
                .isEqualTo(Money.of(reserved));
    }

    @Test
    void aLaneStartsWithTheOriginsLimits() {
        assertThat(RiskLimits.DEFAULT)
                .isEqualTo(new RiskLimits(Quantity.of(1000), 50, BasisPoints.of("1000"), Money.of("1000000")));
    }

    @Test
    void aLaneMayBeAllowedNothing() {
        var nothing = new RiskLimits(Quantity.ZERO, 0, BasisPoints.ZERO, Money.ZERO);

        assertThat(new Rulebook(nothing)
                        .judge(Wish.buy("1").signal(), new Known().facts()).verdicts().stream()
                                .flatMap(each -> each.denial().stream()))
                .containsExactly(
                        DenialCode.ORDER_VALUE_EXCEEDED,
                        DenialCode.DAILY_TRADES_EXCEEDED,
                        DenialCode.POSITION_LIMIT_EXCEEDED);
    }

    @Test
    void limitsBelowNothingAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RiskLimits(Quantity.ZERO, -1, BasisPoints.ZERO, Money.ZERO))
                .withMessage("maxDailyTrades -1 must be 0 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RiskLimits(Quantity.ZERO, 0, BasisPoints.of("-0.01"), Money.ZERO))
                .withMessage("priceCollar -0.01 must be 0 or more basis points");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RiskLimits(Quantity.ZERO, 0, BasisPoints.ZERO, Money.of("-0.01")))
                .withMessage("maxOrderValue -0.01 must be 0 or more");
    }

    @Test
    void aVerdictIsNotChangedAfterwards() {
        var numbers = new TreeMap<>(Map.of("limit", "1"));
        var verdict = new Verdict("rule", Optional.empty(), numbers);
        numbers.put("limit", "2");
        assertThat(verdict.numbers()).isEqualTo(Map.of("limit", "1"));
    }

    private static void assertDenied(DenialCode denial, Wish wish, Known known) {
        assertThat(judge(wish, known).denial()).isEqualTo(Optional.ofNullable(denial));
    }

    private static RiskDecision judge(Wish wish, Known known) {
        return new Rulebook(RiskLimits.DEFAULT).judge(wish.signal(), known.facts());
    }

    private static List<Verdict> denials(Wish wish, Known known) {
        return judge(wish, known).verdicts().stream().filter(Verdict::isDenial).toList();
    }

    private static Verdict verdict(String rule, String... numbers) {
        return new Verdict(rule, Optional.empty(), numbers(numbers));
    }

    private static Verdict denial(String rule, DenialCode code, String... numbers) {
        return new Verdict(rule, Optional.of(code), numbers(numbers));
    }

    private static TreeMap<String, String> numbers(String... texts) {
        var named = new TreeMap<String, String>();
        for (var text : texts) {
            named.put(text.substring(0, text.indexOf('=')), text.substring(text.indexOf('=') + 1));
        }
        return named;
    }
}
