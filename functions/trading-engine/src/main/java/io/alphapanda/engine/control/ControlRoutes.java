package io.alphapanda.engine.control;

import io.alphapanda.domain.control.TradingScope;
import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.broker.Brokers;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// The doors a person halts and resumes through.
///
/// ```
/// GET /brokers/{broker}/trading-state    how the lane stands
/// PUT /brokers/{broker}/trading-state    {state, strategy?, reason, by, resolveAlarms?}
///                                        200 acknowledged, 202 it holds and what came before has not ended
/// GET, PUT /trading-state                the same for every lane at once; no alarms are resolved
/// ```
///
/// For every active account, paper too. They stand beside the function door, which takes POST alone, and before Funqy,
/// whose path is everything.
@ApplicationScoped
public class ControlRoutes {

    private static final int BEFORE_FUNQY = -900;
    private static final int LARGEST_BODY = 16 * 1024;
    private static final String STATE = "/brokers/:broker/trading-state";
    private static final String EVERY_LANE = "/trading-state";
    private static final int LONGEST_SHOWN = 24;

    private final Brokers brokers;
    private final TradingControl control;
    private final ControlKey key;

    ControlRoutes(Brokers brokers, TradingControl control, ControlKey key) {
        this.brokers = brokers;
        this.control = control;
        this.key = key;
    }

    void stand(@Observes Router router) {
        router.route(STATE).order(BEFORE_FUNQY - 1).handler(key::ask);
        router.route(EVERY_LANE).order(BEFORE_FUNQY - 1).handler(key::ask);
        router.get(STATE).order(BEFORE_FUNQY).handler(http -> of(http, (_, account) -> stands(account)));
        router.put(STATE)
                .order(BEFORE_FUNQY)
                .handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY))
                .handler(http -> of(http, this::change));
        router.get(EVERY_LANE)
                .order(BEFORE_FUNQY)
                .handler(http -> answer(
                        http, TradingScope.EVERY, () -> control.ofEveryLane().map(ControlAnswer::house)));
        router.put(EVERY_LANE)
                .order(BEFORE_FUNQY)
                .handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY))
                .handler(http -> answer(http, TradingScope.EVERY, () -> changeAll(http)));
    }

    /// Finds the account, and sees to it that every question ends in an answer.
    private void of(RoutingContext http, BiFunction<RoutingContext, BrokerAccount, Uni<ControlAnswer>> answering) {
        var name = http.pathParam("broker");
        var path = http.normalizedPath();
        var account = brokers.find(name);
        if (account.isEmpty()) {
            var shown = name.substring(0, Math.min(name.length(), LONGEST_SHOWN));
            ControlAnswer.unknownBroker(shown, brokers.all(), path).send(http);
            return;
        }
        answer(http, name, () -> answering.apply(http, account.get()));
    }

    private static void answer(RoutingContext http, String whose, Supplier<Uni<ControlAnswer>> answering) {
        Uni.createFrom()
                .deferred(answering::get)
                .onFailure()
                .recoverWithItem(failure -> ControlAnswer.failure(failure, whose, http.normalizedPath()))
                .subscribe()
                .with(answer -> answer.send(http));
    }

    private Uni<ControlAnswer> stands(BrokerAccount account) {
        return control.standing(account.broker()).map(standing -> ControlAnswer.standing(account, standing));
    }

    private Uni<ControlAnswer> change(RoutingContext http, BrokerAccount account) {
        var command =
                CommandJson.read(Optional.of(account.broker()), http.body().asString());
        return control.change(command).map(changed -> ControlAnswer.changed(account, changed));
    }

    private Uni<ControlAnswer> changeAll(RoutingContext http) {
        var command = CommandJson.read(Optional.empty(), http.body().asString());
        return control.change(command).map(changed -> ControlAnswer.changed(brokers, changed));
    }
}
