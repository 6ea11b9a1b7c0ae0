package io.alphapanda.kite;

import io.alphapanda.kite.failure.Masking;
import io.alphapanda.kite.json.KiteJson;
import io.alphapanda.kite.portfolio.KiteHolding;
import io.alphapanda.kite.portfolio.Positions;
import io.smallrye.mutiny.Uni;
import java.util.List;

/// What one account holds.
public final class PortfolioCalls {

    private final Exchange exchange;
    private final String authorization;
    private final Masking masking;

    PortfolioCalls(Exchange exchange, String authorization, Masking masking) {
        this.exchange = exchange;
        this.authorization = authorization;
        this.masking = masking;
    }

    public Uni<Positions> positions() {
        return exchange.read("GET /portfolio/positions", masking, KiteJson.one(Positions.class), () -> exchange.rest()
                .positions(authorization));
    }

    public Uni<List<KiteHolding>> holdings() {
        return exchange.read(
                "GET /portfolio/holdings", masking, KiteJson.listOf(KiteHolding.class), () -> exchange.rest()
                        .holdings(authorization));
    }
}
