package io.alphapanda.engine.zerodha.session;

import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.session.SessionStatus;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/// A session's status, and what was wrong with a question for it (RFC 9457), as JSON.
final class SessionJson {

    private SessionJson() {}

    /// What does not apply is left out.
    static String status(BrokerAccount account, SessionStatus status) {
        var json = new JsonObject()
                .put("broker", account.broker().name())
                .put("reality", account.reality().name());
        switch (status) {
            case SessionStatus.None() -> json.put("state", "NONE");
            case SessionStatus.Open open ->
                login(json, "OPEN", open.userId(), open.openedAt())
                        .put("expiresAt", open.expiresAt().toString());
            case SessionStatus.Expired over ->
                login(json, "EXPIRED", over.userId(), over.openedAt())
                        .put("expiresAt", over.expiresAt().toString());
            case SessionStatus.Ended ended ->
                login(json, "ENDED", ended.userId(), ended.openedAt())
                        .put("endedAt", ended.endedAt().toString())
                        .put("endedWhy", ended.why());
        }
        return json.encode();
    }

    private static JsonObject login(JsonObject json, String state, String userId, Instant openedAt) {
        return json.put("state", state).put("userId", userId).put("openedAt", openedAt.toString());
    }

    static String unknownBroker(String name, List<String> served, String path) {
        var known = served.isEmpty() ? "none is active here" : "active here are " + String.join(", ", served);
        return problem(
                "unknown-broker",
                "No such broker",
                404,
                "broker '" + name + "' is no active account of kind " + ZerodhaAccount.KIND + "; " + known,
                path);
    }

    static String problem(String code, String title, int status, String detail, String path) {
        return new JsonObject()
                .put("type", "urn:alpha-panda:problem:" + code)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("instance", path)
                .encode();
    }
}
