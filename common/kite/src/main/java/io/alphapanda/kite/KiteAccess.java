package io.alphapanda.kite;

import io.alphapanda.kite.failure.Masking;
import io.alphapanda.kite.json.KiteJson;
import io.alphapanda.kite.portfolio.Margins;
import io.alphapanda.kite.portfolio.SegmentMargin;
import io.alphapanda.kite.session.Profile;
import io.smallrye.mutiny.Uni;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/// What an access token opens. Cheap: make one whenever the token changes, and let the old one go.
///
/// Reads fail with a [io.alphapanda.kite.failure.KiteException], whose kind says what to do. Writes never fail: they
/// end in a [io.alphapanda.kite.failure.WriteOutcome].
public final class KiteAccess {

    private final Exchange exchange;
    private final KiteRest rest;
    private final Secret accessToken;
    private final String authorization;
    private final Masking masking;
    private final InstantSource clock;
    private final UnknownWords unknown;

    KiteAccess(Exchange exchange, Secret accessToken, InstantSource clock, UnknownWords unknown) {
        this.exchange = exchange;
        this.rest = exchange.rest();
        this.accessToken = accessToken;
        this.authorization = "token " + exchange.account().apiKey() + ":" + accessToken.reveal();
        this.masking = new Masking(List.of(accessToken, exchange.account().apiSecret()));
        this.clock = clock;
        this.unknown = unknown;
    }

    public OrderCalls orders() {
        return new OrderCalls(exchange, authorization, masking, clock, unknown);
    }

    public PortfolioCalls portfolio() {
        return new PortfolioCalls(exchange, authorization, masking);
    }

    public MarketCalls market() {
        return new MarketCalls(exchange, authorization, masking);
    }

    public CostCalls costs() {
        return new CostCalls(exchange, authorization, masking);
    }

    public Uni<Profile> profile() {
        return exchange.read(
                "GET /user/profile", masking, KiteJson.one(Profile.class), () -> rest.profile(authorization));
    }

    public Uni<Margins> margins() {
        return exchange.read(
                "GET /user/margins", masking, KiteJson.one(Margins.class), () -> rest.margins(authorization));
    }

    public Uni<SegmentMargin> margins(MarginSegment segment) {
        var name = segment.name().toLowerCase(Locale.ROOT);
        return exchange.read(
                "GET /user/margins/" + name,
                masking,
                KiteJson.one(SegmentMargin.class),
                () -> rest.marginsOf(authorization, name));
    }

    /// Which purse.
    public enum MarginSegment {
        EQUITY,
        COMMODITY
    }

    /// Kills the token; logins at Kite's own web page and app stay. The token is part of the address here, as Kite
    /// documents it: don't have this request traced.
    public Uni<Boolean> logOut() {
        return exchange.read(
                "DELETE /session/token",
                masking,
                KiteJson.one(Boolean.class),
                () -> rest.logOut(authorization, exchange.account().apiKey(), accessToken.reveal()));
    }

    /// Where the ticker is, with the token in the query: not for logs, hence a secret.
    public Secret tickerAddress() {
        var account = exchange.account();
        return Secret.of(account.addresses().ticker() + "?api_key=" + account.apiKey() + "&access_token="
                + URLEncoder.encode(accessToken.reveal(), StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "access to " + exchange.account().name();
    }
}
