package io.alphapanda.kite.ticker;

import io.alphapanda.kite.market.InstrumentToken;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// How much Kite lets one app watch.
///
/// @param connections        at once and per API key; 1 to 3
/// @param tokensPerConnection 1 to 3000; Kite complains about each one above
public record TickerLimits(int connections, int tokensPerConnection) {

    public static final TickerLimits OF_KITE = new TickerLimits(3, 3000);

    public TickerLimits {
        if (connections < 1 || connections > 3) {
            throw new IllegalArgumentException("ticker connections " + connections + " must lie between 1 and 3");
        }
        if (tokensPerConnection < 1 || tokensPerConnection > 3000) {
            throw new IllegalArgumentException(
                    "tokens per ticker connection " + tokensPerConnection + " must lie between 1 and 3000");
        }
    }

    /// Spreads instruments over as few connections as hold them, evenly, in their order, each once.
    ///
    /// @throws IllegalArgumentException if they do not fit
    public List<List<InstrumentToken>> spread(List<InstrumentToken> tokens) {
        var each = List.copyOf(new LinkedHashSet<>(tokens));
        int room = connections * tokensPerConnection;
        if (each.size() > room) {
            throw new IllegalArgumentException(each.size() + " instruments are to be watched; " + connections
                    + " ticker connections hold at most " + room + ", so watch fewer");
        }
        int needed = (each.size() + tokensPerConnection - 1) / tokensPerConnection;
        var spread = new ArrayList<List<InstrumentToken>>();
        for (int connection = 0; connection < needed; connection++) {
            int from = (int) ((long) each.size() * connection / needed);
            int to = (int) ((long) each.size() * (connection + 1) / needed);
            spread.add(each.subList(from, to));
        }
        return List.copyOf(spread);
    }
}
