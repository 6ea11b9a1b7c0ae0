package io.alphapanda.domain.charge;

import io.alphapanda.domain.money.BasisPoints;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Side;
import java.time.LocalDate;
import java.util.Optional;

/// The table of zerodha.com/charges, read on 2026-10-07, and the one it replaced. Everything is in basis points of the
/// turnover: 0.307 is the page's 0.00307 %, or 307 rupees a crore.
///
/// ```
///                      delivery         intraday         futures          options (of the premium)
/// brokerage an order   0                0.03 %, most 20  0.03 %, most 20  20
/// STT                  0.1 % both       0.025 % sold     0.05 % sold      0.15 % sold
///   before 2026-04-01                                    0.02 %           0.1 %
/// NSE, NFO             0.00307 %        0.00307 %        0.00183 %        0.03553 %
///   before 2026-03-01  0.00297 %        0.00297 %        0.00173 %        0.03503 %
/// BSE, BFO             0.00375 %        0.00375 %        0                0.0325 %
/// SEBI                 0.0001 %         0.0001 %         0.0001 %         0.0001 %
/// stamp, bought        0.015 %          0.003 %          0.002 %          0.003 %
/// GST                  18 % of brokerage, exchange and SEBI
/// ```
///
/// The rates before those are in force since 2024-10-01; earlier ones are not known here. That futures and options
/// changed on the same first of March as shares is taken from the two tables, not from a circular.
final class ZerodhaRates {

    static final LocalDate FIRST_KNOWN = LocalDate.of(2024, 10, 1);
    private static final LocalDate EXCHANGE_CHANGE = LocalDate.of(2026, 3, 1);
    private static final LocalDate STT_CHANGE = LocalDate.of(2026, 4, 1);

    static final BasisPoints SEBI = BasisPoints.of("0.01");
    static final BasisPoints GST = BasisPoints.of("1800");

    private static final BasisPoints BROKERAGE_SHARE = BasisPoints.of("3");
    private static final Money BROKERAGE_MOST = Money.of("20");

    private static final Schedule NOTHING = Schedule.from(FIRST_KNOWN, "0");
    private static final Schedule STT_DELIVERY = Schedule.from(FIRST_KNOWN, "10");
    private static final Schedule STT_INTRADAY = Schedule.from(FIRST_KNOWN, "2.5");
    private static final Schedule STT_FUTURES = Schedule.from(FIRST_KNOWN, "2").then(STT_CHANGE, "5");
    private static final Schedule STT_OPTIONS = Schedule.from(FIRST_KNOWN, "10").then(STT_CHANGE, "15");
    private static final Schedule NSE_SHARES =
            Schedule.from(FIRST_KNOWN, "0.297").then(EXCHANGE_CHANGE, "0.307");
    private static final Schedule NSE_FUTURES =
            Schedule.from(FIRST_KNOWN, "0.173").then(EXCHANGE_CHANGE, "0.183");
    private static final Schedule NSE_OPTIONS =
            Schedule.from(FIRST_KNOWN, "3.503").then(EXCHANGE_CHANGE, "3.553");
    private static final Schedule BSE_SHARES = Schedule.from(FIRST_KNOWN, "0.375");
    private static final Schedule BSE_OPTIONS = Schedule.from(FIRST_KNOWN, "3.25");

    private ZerodhaRates() {}

    static Money brokerage(Product product, Money turnover) {
        return switch (product) {
            case DELIVERY -> Money.ZERO;
            case INTRADAY, FUTURES -> {
                var share = turnover.share(BROKERAGE_SHARE);
                yield share.compareTo(BROKERAGE_MOST) < 0 ? share : BROKERAGE_MOST;
            }
            case OPTIONS -> BROKERAGE_MOST;
        };
    }

    static Schedule stt(Product product, Side side) {
        if (side == Side.BUY) {
            return product == Product.DELIVERY ? STT_DELIVERY : NOTHING;
        }
        return switch (product) {
            case DELIVERY -> STT_DELIVERY;
            case INTRADAY -> STT_INTRADAY;
            case FUTURES -> STT_FUTURES;
            case OPTIONS -> STT_OPTIONS;
        };
    }

    static BasisPoints stamp(Product product, Side side) {
        if (side == Side.SELL) {
            return BasisPoints.ZERO;
        }
        return switch (product) {
            case DELIVERY -> BasisPoints.of("1.5");
            case INTRADAY, OPTIONS -> BasisPoints.of("0.3");
            case FUTURES -> BasisPoints.of("0.2");
        };
    }

    /// Empty where the product is not traded, or the venue not known.
    static Optional<Schedule> exchangeTurnover(String venue, Product product) {
        return switch (product) {
            case DELIVERY, INTRADAY -> of(venue, "NSE", NSE_SHARES, "BSE", BSE_SHARES);
            case FUTURES -> of(venue, "NFO", NSE_FUTURES, "BFO", NOTHING);
            case OPTIONS -> of(venue, "NFO", NSE_OPTIONS, "BFO", BSE_OPTIONS);
        };
    }

    private static Optional<Schedule> of(
            String venue, String national, Schedule ofNational, String bombay, Schedule ofBombay) {
        if (venue.equals(national)) {
            return Optional.of(ofNational);
        }
        return venue.equals(bombay) ? Optional.of(ofBombay) : Optional.empty();
    }
}
