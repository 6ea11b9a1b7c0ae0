package io.alphapanda.domain.charge;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.calendar.NseCalendar;
import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.instrument.Venue;
import io.alphapanda.domain.instrument.Venues;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZerodhaChargesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 31);

    /// Computed by hand from the broker's table. GST is 18 % of brokerage, exchange and SEBI: of 24.755, 0.3317, 4.755,
    /// 56.1875, 23.2067, 5.775, 22.934.
    @ParameterizedTest(name = "{0} at {1}: {2} {3} x {4}")
    @CsvSource({
        // product, venue, side, units, price, brokerage, stt, exchange, sebi, stamp, gst, total
        "INTRADAY, NSE, BUY,  100, 1500,  20,  0,     4.605,   0.15,  4.5,  4.4559,   33.7109",
        "INTRADAY, NSE, SELL, 100, 1500,  20,  37.5,  4.605,   0.15,  0,    4.4559,   66.7109",
        "INTRADAY, NSE, BUY,  10,  100,   0.3, 0,     0.0307,  0.001, 0.03, 0.059706, 0.421406",
        "INTRADAY, NSE, SELL, 10,  100,   0.3, 0.25,  0.0307,  0.001, 0,    0.059706, 0.641406",
        "DELIVERY, NSE, BUY,  100, 1500,  0,   150,   4.605,   0.15,  22.5, 0.8559,   178.1109",
        "DELIVERY, NSE, SELL, 100, 1500,  0,   150,   4.605,   0.15,  0,    0.8559,   155.6109",
        "DELIVERY, BSE, BUY,  100, 1500,  0,   150,   5.625,   0.15,  22.5, 1.0395,   179.3145",
        "FUTURES,  NFO, BUY,  75,  25000, 20,  0,     34.3125, 1.875, 37.5, 10.11375, 103.80125",
        "FUTURES,  NFO, SELL, 75,  25000, 20,  937.5, 34.3125, 1.875, 0,    10.11375, 1003.80125",
        "FUTURES,  BFO, SELL, 75,  25000, 20,  937.5, 0,       1.875, 0,    3.9375,   963.3125",
        "OPTIONS,  NFO, BUY,  75,  120,   20,  0,     3.1977,  0.009, 0.27, 4.177206, 27.653906",
        "OPTIONS,  NFO, SELL, 75,  120,   20,  13.5,  3.1977,  0.009, 0,    4.177206, 40.883906",
        "OPTIONS,  BFO, SELL, 75,  120,   20,  13.5,  2.925,   0.009, 0,    4.12812,  40.56212",
        "OPTIONS,  NFO, BUY,  1,   0.05,  20,  0,     0.000017765, 0.00000005, 0.0000015, 3.6000032067, 23.6000225217",
    })
    void everyItemIsWhatTheTableSays(
            Product product,
            String venue,
            Side side,
            String units,
            String price,
            String brokerage,
            String stt,
            String exchange,
            String sebi,
            String stamp,
            String gst,
            String total) {
        var sheet = sheet(product, venue, side, units, price, TODAY);

        assertThat(sheet)
                .isEqualTo(new ChargeSheet(
                        Money.of(brokerage),
                        Money.of(stt),
                        Money.of(exchange),
                        Money.of(sebi),
                        Money.of(stamp),
                        Money.of(gst)));
        assertThat(sheet.total()).isEqualTo(Money.of(total));
    }

    @ParameterizedTest(name = "of {0}: {1}")
    @CsvSource({"66666.65, 19.999995", "66666.70, 20", "6666666, 20"})
    void brokerageIsAShareUpToTwentyRupees(String price, String brokerage) {
        assertThat(sheet(Product.INTRADAY, "NSE", Side.BUY, "1", price, TODAY).brokerage())
                .isEqualTo(Money.of(brokerage));
        assertThat(sheet(Product.FUTURES, "NFO", Side.SELL, "1", price, TODAY).brokerage())
                .isEqualTo(Money.of(brokerage));
    }

    @ParameterizedTest(name = "{0} on {1}: exchange {2}")
    @CsvSource({
        "DELIVERY, NSE, 2024-10-01, 2.97",
        "DELIVERY, NSE, 2026-02-28, 2.97",
        "DELIVERY, NSE, 2026-03-01, 3.07",
        "INTRADAY, NSE, 2026-02-28, 2.97",
        "INTRADAY, NSE, 2026-03-01, 3.07",
        "FUTURES,  NFO, 2026-02-28, 1.73",
        "FUTURES,  NFO, 2026-03-01, 1.83",
        "OPTIONS,  NFO, 2026-02-28, 35.03",
        "OPTIONS,  NFO, 2026-03-01, 35.53",
        "DELIVERY, BSE, 2026-02-28, 3.75",
        "DELIVERY, BSE, 2026-03-01, 3.75",
    })
    void theExchangesRateIsThatOfTheDay(Product product, String venue, LocalDate day, String exchange) {
        assertThat(sheet(product, venue, Side.BUY, "100", "1000", day).exchangeTurnover())
                .isEqualTo(Money.of(exchange));
    }

    @ParameterizedTest(name = "{0} on {1}: tax {2}")
    @CsvSource({
        "FUTURES,  NFO, 2026-03-31, 20",
        "FUTURES,  NFO, 2026-04-01, 50",
        "OPTIONS,  NFO, 2026-03-31, 100",
        "OPTIONS,  NFO, 2026-04-01, 150",
        "INTRADAY, NSE, 2026-03-31, 25",
        "INTRADAY, NSE, 2026-04-01, 25",
        "DELIVERY, NSE, 2024-10-01, 100",
    })
    void theTransactionTaxIsThatOfTheDay(Product product, String venue, LocalDate day, String stt) {
        assertThat(sheet(product, venue, Side.SELL, "100", "1000", day).stt()).isEqualTo(Money.of(stt));
    }

    /// Midnight in India is 18:30Z.
    @ParameterizedTest(name = "{0}")
    @CsvSource({"2026-02-28T18:29:59.999999999Z, 2026-02-28", "2026-02-28T18:30:00Z, 2026-03-01"})
    void theDayIsTheVenuesTradingDay(Instant at, LocalDate day) {
        var execution = Execution.at(at, venue("NSE"), Side.BUY, Price.of("1"), Quantity.of(1));
        assertThat(execution.day()).isEqualTo(day);
    }

    @Test
    void aDayBeforeTheFirstRatesIsUnknown() {
        assertThat(charged(Product.DELIVERY, "NSE", LocalDate.of(2024, 9, 30)))
                .isEqualTo(new Charged.Unknown("zerodha charges have no rates for 2024-09-30; the first are of"
                        + " 2024-10-01, use flat charges before"));
    }

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource({
        "DELIVERY, BITSTAMP",
        "INTRADAY, SIM",
        "DELIVERY, NFO",
        "INTRADAY, BFO",
        "FUTURES,  NSE",
        "OPTIONS,  BSE",
    })
    void whatIsNotInTheTableIsUnknown(Product product, String venue) {
        assertThat(charged(product, venue, TODAY))
                .isEqualTo(new Charged.Unknown("zerodha charges have no table for " + product.label() + " at " + venue
                        + "; they have delivery and intraday at NSE and BSE, futures and options at NFO and BFO"));
    }

    private static Charged charged(Product product, String venue, LocalDate day) {
        return new ZerodhaCharges(product)
                .on(new Execution(venue(venue), Side.BUY, Price.of("1"), Quantity.of(1), day));
    }

    private static ChargeSheet sheet(
            Product product, String venue, Side side, String units, String price, LocalDate day) {
        var execution = new Execution(venue(venue), side, Price.of(price), Quantity.of(units), day);
        return switch (new ZerodhaCharges(product).on(execution)) {
            case Charged.Known(var sheet) -> sheet;
            case Charged.Unknown(var why) -> throw new AssertionError(why);
        };
    }

    /// The house's own, or one it does not trade at yet.
    private static Venue venue(String name) {
        return Venues.find(name)
                .orElseGet(() -> new Venue(name, AssetClass.OPTIONS, "INR", Price.of("0.05"), NseCalendar.cash()));
    }
}
