package io.alphapanda.domain.risk;

import io.alphapanda.domain.control.TradingState;
import io.alphapanda.domain.signal.Signal;
import io.alphapanda.domain.signal.Wish;
import java.util.EnumMap;
import java.util.Map;

/// For every denial code a signal and facts that meet it first, so that no code is only a name.
final class Denials {

    record Situation(Signal signal, RiskFacts facts) {

        RiskDecision judge() {
            return new Rulebook(RiskLimits.DEFAULT).judge(signal, facts);
        }
    }

    private Denials() {}

    static Map<DenialCode, Situation> all() {
        var all = new EnumMap<DenialCode, Situation>(DenialCode.class);
        for (var code : DenialCode.values()) {
            all.put(code, of(code));
        }
        return all;
    }

    static Situation of(DenialCode code) {
        var fine = new Known();
        var ten = Wish.buy("10");
        return switch (code) {
            case SIGNAL_EXPIRED -> meet(ten, fine.asOf(Wish.TIME.plusSeconds(30)));
            case SIGNAL_DUPLICATE -> meet(ten, fine.decidedBefore(true));
            case SIGNAL_HISTORY_UNKNOWN -> meet(ten, fine.noHistory());
            case TRADING_HALTED -> meet(ten, fine.trading(TradingState.HALTED));
            case TRADING_REDUCING -> meet(ten, fine.trading(TradingState.REDUCING));
            case TRADING_STATE_UNKNOWN -> meet(ten, fine.noTradingState());
            case ORDER_VALUE_EXCEEDED -> meet(ten.at("100000.05"), fine.cash("10000000"));
            case POSITION_LIMIT_EXCEEDED -> meet(ten, fine.exposure("991", "0", "0"));
            case POSITION_UNKNOWN -> meet(ten, fine.noExposure());
            case DAILY_TRADES_EXCEEDED -> meet(ten, fine.trades(50));
            case DAILY_TRADES_UNKNOWN -> meet(ten, fine.noTrades());
            case PRICE_OUTSIDE_COLLAR -> meet(ten.named("110.05"), fine);
            case INSTRUMENT_UNKNOWN -> meet(ten.of("MCX:GOLD"), fine.noVenue());
            case CASH_INSUFFICIENT -> meet(ten, fine.cash("1001.5"));
            case CASH_UNKNOWN -> meet(ten, fine.noCash());
        };
    }

    private static Situation meet(Wish wish, Known known) {
        return new Situation(wish.signal(), known.facts());
    }
}
