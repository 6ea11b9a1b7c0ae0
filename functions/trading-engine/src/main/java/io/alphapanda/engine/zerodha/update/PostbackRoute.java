package io.alphapanda.engine.zerodha.update;

import static io.alphapanda.engine.zerodha.update.UpdateMeters.FORGED;
import static io.alphapanda.engine.zerodha.update.UpdateMeters.POSTBACK;
import static io.alphapanda.engine.zerodha.update.UpdateMeters.TAKEN;
import static io.alphapanda.engine.zerodha.update.UpdateMeters.TOO_LARGE;
import static io.alphapanda.engine.zerodha.update.UpdateMeters.UNREADABLE;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.engine.live.LiveLanes;
import io.alphapanda.engine.zerodha.session.ZerodhaAccounts;
import io.alphapanda.kite.order.OrderUpdate.Posted;
import io.alphapanda.stage.meter.Meters;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/// The door Kite posts order updates to: `POST /brokers/{broker}/postback`.
///
/// | | |
/// |---|---|
/// | 200 | the checksum is right; the lane's book is read again |
/// | 403 | it is wrong, missing, or nothing could be read; no word of why |
/// | 404 | no account of this kind |
/// | 413 | more than 64 kB |
///
/// The world can reach it, so nothing of a body is kept, and what one may cost is bounded: good ones lead to one
/// reading of the book in `panda.engine.read-every-millis`, however many there are, and bad ones to one line of the
/// log a minute. Quarkus has read a body before any route of ours sees it, up to `quarkus.http.limits.max-body-size`.
@ApplicationScoped
public class PostbackRoute {

    private static final Logger LOG = Logger.getLogger(PostbackRoute.class);

    /// It stands at -1001, and has every other POST.
    private static final int BEFORE_THE_GATEKEEPER = -1_100;

    private static final String PATH = "/brokers/:broker/postback";
    private static final int LONGEST_BODY = 64 * 1024;
    private static final int STATUS_TOO_LARGE = 413;

    private final ZerodhaAccounts accounts;
    private final LiveLanes lanes;
    private final Meters meters;
    private final Map<String, Complaints> complaints = new ConcurrentHashMap<>();

    PostbackRoute(ZerodhaAccounts accounts, LiveLanes lanes, Meters meters) {
        this.accounts = accounts;
        this.lanes = lanes;
        this.meters = meters;
    }

    void stand(@Observes Router router) {
        accounts.all().forEach(account -> {
            var lane = account.broker().name();
            complaints.put(lane, new Complaints());
            List.of(TAKEN, FORGED, UNREADABLE, TOO_LARGE)
                    .forEach(verdict -> meters.count(UpdateMeters.UPDATES, 0, lane, POSTBACK, verdict));
        });
        router.post(PATH).order(BEFORE_THE_GATEKEEPER - 1).handler(this::isServed);
        router.post(PATH)
                .order(BEFORE_THE_GATEKEEPER)
                .handler(BodyHandler.create(false))
                .handler(this::posted)
                .failureHandler(this::failed);
    }

    private void isServed(RoutingContext http) {
        if (complaints.containsKey(lane(http))) {
            http.next();
        } else {
            end(http, 404);
        }
    }

    private void posted(RoutingContext http) {
        var lane = lane(http);
        var body = http.body().buffer();
        if (body != null && body.length() > LONGEST_BODY) {
            refuse(http, TOO_LARGE, STATUS_TOO_LARGE);
            return;
        }
        switch (accounts.posted(lane, body == null ? new byte[0] : body.getBytes())
                .orElseThrow()) {
            case Posted.Genuine _, Posted.Strange _ -> {
                meters.count(UpdateMeters.UPDATES, lane, POSTBACK, TAKEN);
                end(http, 200);
                lanes.readAgain(new Broker(lane));
            }
            case Posted.Forged _ -> refuse(http, FORGED, 403);
            case Posted.Unreadable _ -> refuse(http, UNREADABLE, 403);
        }
    }

    private void failed(RoutingContext http) {
        if (!complaints.containsKey(lane(http))) {
            end(http, 404);
        } else if (http.statusCode() == STATUS_TOO_LARGE) {
            refuse(http, TOO_LARGE, STATUS_TOO_LARGE);
        } else {
            LOG.errorf(http.failure(), "postback not answered, a defect: broker=%s", lane(http));
            end(http, 500);
        }
    }

    private void refuse(RoutingContext http, String verdict, int status) {
        var lane = lane(http);
        meters.count(UpdateMeters.UPDATES, lane, POSTBACK, verdict);
        complaints
                .get(lane)
                .add(System.nanoTime())
                .ifPresent(number -> LOG.warnf(
                        "postback refused, not this account's: broker=%s verdict=%s since the last such line=%d",
                        lane, verdict, number));
        end(http, status);
    }

    private static String lane(RoutingContext http) {
        return http.pathParam("broker");
    }

    private static void end(RoutingContext http, int status) {
        if (!http.response().ended()) {
            http.response().setStatusCode(status).end();
        }
    }
}
