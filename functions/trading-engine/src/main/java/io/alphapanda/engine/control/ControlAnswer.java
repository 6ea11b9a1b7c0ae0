package io.alphapanda.engine.control;

import io.alphapanda.domain.control.TradingScope;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.StrategyId;
import io.alphapanda.engine.live.Alarms;
import io.alphapanda.engine.live.TradingStates.Said;
import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.broker.Brokers;
import io.alphapanda.stage.trouble.Trouble;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// What a control door answers; problems as RFC 9457 has them.
public record ControlAnswer(int status, String contentType, String body) {

    private static final Logger LOG = Logger.getLogger(ControlAnswer.class);

    static ControlAnswer standing(BrokerAccount account, Standing standing) {
        return json(200, of(account, standing));
    }

    /// What was said of every lane.
    static ControlAnswer house(List<Said> said) {
        return json(
                200,
                new JsonObject()
                        .put(
                                "states",
                                array(said.stream().map(ControlAnswer::of).toList())));
    }

    static ControlAnswer changed(BrokerAccount account, Changed changed) {
        var json = head(changed).mergeIn(of(account, changed.lanes().getFirst().standing()));
        return json(changed.acknowledged() ? 200 : 202, json);
    }

    /// @param accounts all there are here
    static ControlAnswer changed(Brokers accounts, Changed changed) {
        var lanes = changed.lanes().stream()
                .map(each -> new JsonObject()
                        .put("acknowledged", each.acknowledged())
                        .mergeIn(of(accounts.find(each.broker().name()).orElseThrow(), each.standing())))
                .toList();
        return json(changed.acknowledged() ? 200 : 202, head(changed).put("lanes", array(lanes)));
    }

    private static JsonObject head(Changed changed) {
        var said = changed.said();
        return new JsonObject()
                .put("state", said.state().name())
                .put("strategy", strategy(said))
                .put("version", said.version())
                .put("acknowledged", changed.acknowledged());
    }

    private static String strategy(Said said) {
        return said.scope().strategy().map(StrategyId::value).orElse("");
    }

    private static JsonObject of(BrokerAccount account, Standing standing) {
        return new JsonObject()
                .put("broker", account.broker().name())
                .put("reality", account.reality().name())
                .put(
                        "states",
                        array(standing.said().stream().map(ControlAnswer::of).toList()))
                .put("sending", array(standing.sending()))
                .put("unknown", array(standing.unknown()))
                .put("cancelling", array(standing.cancelling()))
                .put(
                        "alarms",
                        array(standing.alarms().stream().map(ControlAnswer::of).toList()));
    }

    private static JsonArray array(List<?> values) {
        return new JsonArray(values);
    }

    private static JsonObject of(Said said) {
        return new JsonObject()
                .put("broker", said.scope().broker().map(Broker::name).orElse(TradingScope.EVERY))
                .put("strategy", strategy(said))
                .put("state", said.state().name())
                .put("version", said.version())
                .put("reason", said.reason())
                .put("changedBy", said.changedBy())
                .put("changedAt", said.changedAt().toString());
    }

    private static JsonObject of(Alarms.Standing alarm) {
        return new JsonObject()
                .put("code", alarm.code())
                .put("subject", alarm.subject())
                .put("words", alarm.words())
                .put("raisedAt", alarm.raisedAt().toString());
    }

    public static ControlAnswer json(int status, JsonObject json) {
        return new ControlAnswer(status, "application/json", json.encode());
    }

    public static ControlAnswer unknownBroker(String name, List<BrokerAccount> served, String path) {
        var known = served.stream().map(each -> each.broker().name()).collect(Collectors.joining(", "));
        return problem(
                "unknown-broker",
                404,
                "No such broker",
                "broker '" + name + "' is not active here; active are " + known,
                path);
    }

    public static ControlAnswer failure(Throwable failure, BrokerAccount account, String path) {
        return failure(failure, account.broker().name(), path);
    }

    /// @param broker whose door it was; `*` for every lane's
    static ControlAnswer failure(Throwable failure, String broker, String path) {
        if (failure instanceof BadCommandException bad) {
            return problem("command", 400, "The command can't be taken", bad.getMessage(), path);
        }
        return switch (Trouble.of(failure)) {
            case TRANSIENT -> {
                LOG.warnf("command not taken, the infrastructure is away: broker=%s reason=%s", broker, failure);
                yield problem(
                        "away",
                        503,
                        "The database is away",
                        "Whether the command holds is not known; give it again.",
                        path);
            }
            case DEFECT -> {
                LOG.errorf(failure, "command not taken, a defect: broker=%s", broker);
                yield problem("defect", 500, "Our own fault", "The cause is in the log of this service.", path);
            }
        };
    }

    public static ControlAnswer problem(String code, int status, String title, String detail, String path) {
        var json = new JsonObject()
                .put("type", "urn:alpha-panda:problem:" + code)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("instance", path);
        return new ControlAnswer(status, "application/problem+json", json.encode());
    }

    public void send(RoutingContext http) {
        http.response()
                .setStatusCode(status)
                .putHeader("content-type", contentType)
                .putHeader("cache-control", "no-store")
                .end(body);
    }
}
