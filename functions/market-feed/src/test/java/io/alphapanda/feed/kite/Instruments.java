package io.alphapanda.feed.kite;

import io.alphapanda.kite.market.InstrumentList;
import io.alphapanda.kite.market.KiteInstrument;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A day's list of instruments, written by hand.
final class Instruments {

    static final String HEADER =
            "instrument_token,exchange_token,tradingsymbol,name,last_price,expiry,strike,tick_size,"
                    + "lot_size,instrument_type,segment,exchange\n";

    static final String LIST = HEADER
            + "408065,1594,INFY,INFOSYS,0,,0,0.05,1,EQ,NSE,NSE\n"
            + "2953217,11536,TCS,TATA CONSULTANCY,0,,0,0.05,1,EQ,NSE,NSE\n"
            + "128083204,500325,RELIANCE,RELIANCE,0,,0,0.05,1,EQ,BSE,BSE\n"
            + "256265,1001,NIFTY 50,NIFTY 50,0,,0,0,0,EQ,INDICES,NSE\n"
            + "12345602,48225,NIFTY26DEC25000CE,NIFTY,0,2026-12-29,25000,0.05,75,CE,NFO-OPT,NFO\n"
            + "12345858,48226,NIFTY26DEC25000PE,NIFTY,0,2026-12-29,25000,0.05,75,PE,NFO-OPT,NFO\n"
            + "12346114,48227,NIFTY26DECFUT,NIFTY,0,2026-12-29,0,0.05,75,FUT,NFO-FUT,NFO\n"
            + "12346373,48228,SENSEX26DEC80000CE,SENSEX,0,2026-12-29,80000,0.05,20,CE,BFO-OPT,BFO\n"
            + "12346629,48229,SENSEX26DECFUT,SENSEX,0,2026-12-29,0,0.05,20,FUT,BFO-FUT,BFO\n"
            + "412675,1612,USDINR26DECFUT,USDINR,0,2026-12-29,0,0.0025,1,FUT,CDS-FUT,CDS\n"
            + "412931,1613,USDINR26DEC85CE,USDINR,0,2026-12-29,85,0.0025,1,CE,CDS-OPT,CDS\n"
            + "413190,1614,USDINR26DECFUT,USDINR,0,2026-12-29,0,0.0025,1,FUT,BCD-FUT,BCD\n"
            + "413191,1614,GOLD26DECFUT,GOLD,0,2026-12-29,0,1,1,FUT,MCX-FUT,MCX\n";

    private Instruments() {}

    static List<KiteInstrument> all() {
        var list = InstrumentList.read(new ByteArrayInputStream(LIST.getBytes(StandardCharsets.UTF_8)), _ -> true);
        if (list.unreadable() > 0) {
            throw new AssertionError(list.reasons());
        }
        return list.instruments();
    }

    static KiteInstrument named(String listing) {
        return all().stream()
                .filter(each -> each.listing().toString().equals(listing))
                .findFirst()
                .orElseThrow();
    }
}
