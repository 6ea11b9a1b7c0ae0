package io.alphapanda.local.kite.server;

import io.alphapanda.local.kite.exchange.AccountSpec;
import io.alphapanda.local.kite.exchange.ErrorType;
import io.alphapanda.local.kite.exchange.India;
import io.alphapanda.local.kite.exchange.RefusedException;
import io.alphapanda.local.kite.exchange.SimulatorTime;
import io.alphapanda.local.kite.fault.Endpoint;
import io.vertx.ext.web.Router;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Login page, tokens, profile.
final class SessionRoutes {
    private static final String SIMULATED = "SIMULATED";
    private static final String PAGE = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>SIMULATED Kite login</title></head>
            <body><h1>SIMULATED broker</h1>
            <p>No real account, no real money. This page stands in for the broker's login.</p>
            <p><a id="login" href="%s">Log in as %s (simulated)</a></p></body></html>
            """;

    private final Door door;
    private final Sessions sessions;
    private final SimulatorTime time;
    private final boolean loginPage;

    SessionRoutes(Door door, Sessions sessions, SimulatorTime time, boolean loginPage) {
        this.door = door;
        this.sessions = sessions;
        this.time = time;
        this.loginPage = loginPage;
    }

    void mount(Router router) {
        router.get("/connect/login").handler(context -> door.aside(context, this::login));
        router.get("/connect/finish").handler(context -> door.aside(context, this::finish));
        router.post("/session/token").handler(context -> door.open(context, Endpoint.SESSION, this::token));
        router.delete("/session/token").handler(context -> door.open(context, Endpoint.LOGOUT, this::logout));
        router.get("/user/profile").handler(context -> door.closed(context, Endpoint.PROFILE, this::profile));
    }

    private Reply login(Call call) {
        if (!loginPage) {
            return finish(call);
        }
        String finish = "/connect/finish?" + call.context().request().query().replace("&", "&amp;");
        return Reply.page(PAGE.formatted(finish, account(call).userId()));
    }

    private Reply finish(Call call) {
        AccountSpec account = account(call);
        String more = call.parameters()
                .optional("redirect_params")
                .map(encoded -> "&" + URLDecoder.decode(encoded, StandardCharsets.UTF_8))
                .orElse("");
        String base = account.redirectUrl().toString();
        return Reply.redirect("%s%srequest_token=%s&action=login&status=success%s"
                .formatted(
                        base,
                        base.contains("?") ? "&" : "?",
                        URLEncoder.encode(sessions.requestToken(account), StandardCharsets.UTF_8),
                        more));
    }

    private Reply token(Call call) {
        Parameters form = call.parameters();
        String apiKey = form.text("api_key");
        String accessToken = sessions.exchange(apiKey, form.text("request_token"), form.text("checksum"));
        AccountSpec account = sessions.authenticate(apiKey, accessToken);
        Map<String, @Nullable Object> json = user(account);
        json.put("api_key", apiKey);
        json.put("access_token", accessToken);
        json.put("public_token", Checksum.sha256(accessToken).substring(0, 32));
        json.put("enctoken", Checksum.sha256("enc" + accessToken));
        json.put("refresh_token", "");
        json.put("silo", "");
        json.put("login_time", India.timestamp(time.now()));
        return Reply.success(json);
    }

    private Reply logout(Call call) {
        Parameters query = call.parameters();
        String accessToken = query.text("access_token");
        sessions.authenticate(query.text("api_key"), accessToken);
        sessions.end(accessToken);
        return Reply.success(true);
    }

    private Reply profile(Call call) {
        return Reply.success(user(call.account()));
    }

    private AccountSpec account(Call call) {
        return sessions.byApiKey(call.parameters().text("api_key"))
                .orElseThrow(() -> new RefusedException(ErrorType.INPUT, "Invalid `api_key`."));
    }

    private static Map<String, @Nullable Object> user(AccountSpec account) {
        Map<String, @Nullable Object> json = Json.object();
        json.put("user_id", account.userId());
        json.put("user_type", "individual");
        json.put("email", "simulated@localhost");
        json.put("user_name", SIMULATED);
        json.put("user_shortname", SIMULATED);
        json.put("broker", "ZERODHA");
        json.put("exchanges", List.of("NSE", "BSE", "NFO", "BFO", "CDS", "BCD", "MCX"));
        json.put("products", List.of("CNC", "NRML", "MIS", "MTF"));
        json.put("order_types", List.of("MARKET", "LIMIT", "SL", "SL-M"));
        json.put("avatar_url", null);
        json.put("meta", Map.of("demat_consent", account.depositoryConsent() ? "physical" : "consent"));
        return json;
    }
}
