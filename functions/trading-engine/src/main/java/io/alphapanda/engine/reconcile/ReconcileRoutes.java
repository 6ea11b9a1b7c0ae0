package io.alphapanda.engine.reconcile;

import io.alphapanda.engine.control.ControlAnswer;
import io.alphapanda.engine.control.ControlKey;
import io.alphapanda.engine.live.LiveBrokers;
import io.alphapanda.engine.live.LiveBrokers.Lane;
import io.alphapanda.stage.broker.BrokerAccount;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The doors through which books are compared.
///
/// ```
/// POST /brokers/{broker}/reconciliation    compares now: the report; 409 while a comparison goes on
/// GET  /brokers/{broker}/reconciliation    the last report; 404 before the first
/// ```
///
/// The first stands before the gatekeeper, which takes every other POST for an event.
@ApplicationScoped
public class ReconcileRoutes {

    private static final int BEFORE_THE_GATEKEEPER = -2_000;
    private static final String PATH = "/brokers/:broker/reconciliation";
    private static final int LONGEST_SHOWN = 24;

    private final LiveBrokers brokers;
    private final Reconciler reconciler;
    private final ControlKey key;

    ReconcileRoutes(LiveBrokers brokers, Reconciler reconciler, ControlKey key) {
        this.brokers = brokers;
        this.reconciler = reconciler;
        this.key = key;
    }

    void stand(@Observes Router router) {
        router.route(PATH).order(BEFORE_THE_GATEKEEPER - 1).handler(key::ask);
        router.post(PATH)
                .order(BEFORE_THE_GATEKEEPER)
                .handler(http -> of(http, lane -> reconciler
                        .run(lane, Cause.DEMAND)
                        .map(report -> answer(
                                lane, report, 409, "a comparison of this lane is going on; ask for its report"))));
        router.get(PATH)
                .order(BEFORE_THE_GATEKEEPER)
                .handler(http -> of(http, lane -> reconciler
                        .latest(lane)
                        .map(report -> answer(
                                lane, report, 404, "the lane's books have never been compared; POST compares them"))));
    }

    private void of(RoutingContext http, Function<Lane, Uni<ControlAnswer>> answering) {
        var name = http.pathParam("broker");
        var path = http.normalizedPath();
        var lane = brokers.lanes().stream()
                .filter(each -> each.name().name().equals(name))
                .findFirst();
        if (lane.isEmpty()) {
            var shown = name.substring(0, Math.min(name.length(), LONGEST_SHOWN));
            unknown(shown, path).send(http);
            return;
        }
        Uni.createFrom()
                .deferred(() -> answering.apply(lane.get()))
                .onFailure()
                .recoverWithItem(
                        failure -> ControlAnswer.failure(failure, lane.get().account(), path))
                .subscribe()
                .with(answer -> answer.send(http));
    }

    private ControlAnswer unknown(String name, String path) {
        List<BrokerAccount> live = brokers.lanes().stream().map(Lane::account).toList();
        var known = live.isEmpty()
                ? "no live account is"
                : String.join(
                        ", ", live.stream().map(each -> each.broker().name()).toList());
        return ControlAnswer.problem(
                "unknown-broker",
                404,
                "No such broker",
                "broker '" + name + "' is no live account that is active here; active: " + known,
                path);
    }

    private static ControlAnswer answer(Lane lane, Optional<Report> report, int otherwise, String words) {
        return report.map(each -> ControlAnswer.json(200, json(lane, each)))
                .orElseGet(() -> ControlAnswer.problem(
                        "reconciliation",
                        otherwise,
                        "No report",
                        words,
                        "/brokers/" + lane.name() + "/reconciliation"));
    }

    private static JsonObject json(Lane lane, Report report) {
        return new JsonObject()
                .put("broker", lane.name().name())
                .put("reality", lane.account().reality().name())
                .put("outcome", report.outcome().name())
                .put("cause", report.cause().name())
                .put("words", report.words())
                .put("beganAt", report.beganAt().toString())
                .put("endedAt", report.endedAt().toString())
                .put("findings", ReportJson.findings(report));
    }
}
