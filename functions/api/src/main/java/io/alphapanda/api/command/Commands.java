package io.alphapanda.api.command;

import io.alphapanda.api.audit.Action;
import io.alphapanda.api.audit.Audit;
import io.alphapanda.api.audit.Audit.Outcome;
import io.alphapanda.api.caller.Caller;
import io.alphapanda.api.lane.ActiveBrokers;
import io.alphapanda.api.problem.ProblemException;
import io.alphapanda.api.problem.ProblemType;
import io.alphapanda.domain.control.TradingScope;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/// Gives a command to whoever carries it out.
///
/// ```
/// audit: who wants what ─▶ engine ─▶ audit: what became of it ─▶ answer
/// ```
@Singleton
final class Commands {

    private static final String PATH = "/trading-state";

    private final ActiveBrokers brokers;
    private final EngineAddresses addresses;
    private final EngineDoors doors;
    private final Audit audit;

    Commands(ActiveBrokers brokers, EngineAddresses addresses, EngineDoors doors, Audit audit) {
        this.brokers = brokers;
        this.addresses = addresses;
        this.doors = doors;
        this.audit = audit;
    }

    /// One account's, or one strategy's in it.
    Uni<Told> ofOne(Caller who, String broker, TradingCommand command) {
        var name = brokers.lane(broker).broker();
        var engine = addresses.of(name).orElseThrow(Commands::nowhere);
        var work = doors.put(engine, "/brokers/" + name + PATH, command.forEngine(who))
                .map(answer -> Told.of(command, List.of(LaneTold.of(answer))));
        return written(who, name, command, work);
    }

    /// Every account's. Each engine is told, whatever another one answers; if none has taken it, that is a failure.
    Uni<Told> ofAll(Caller who, TradingCommand command) {
        var engines = addresses.every(brokers.names());
        if (engines.isEmpty()) {
            throw nowhere();
        }
        var answers = engines.stream()
                .map(engine -> doors.put(engine, PATH, command.forEngine(who))
                        .map(Commands::lanes)
                        .onFailure(ProblemException.class)
                        .recoverWithItem(failure -> silent(engine, failure.getMessage())))
                .toList();
        var work = Uni.join().all(answers).andFailFast().map(all -> {
            var lanes = all.stream().flatMap(List::stream).toList();
            if (lanes.stream().allMatch(each -> each.trouble().isPresent())) {
                throw ProblemException.of(
                        ProblemType.ENGINE_AWAY,
                        lanes.stream()
                                .flatMap(each -> each.trouble().stream())
                                .findFirst()
                                .orElse("the engine serves no account"));
            }
            return Told.of(command, lanes);
        });
        return written(who, TradingScope.EVERY, command, work);
    }

    private Uni<Told> written(Caller who, String broker, TradingCommand command, Uni<Told> work) {
        var subject = broker + ":" + command.strategy().orElse(TradingScope.EVERY);
        return audit.around(
                who,
                Action.TRADING_STATE,
                subject,
                command.detail(),
                work,
                told -> told.acknowledged()
                        ? new Outcome("ACKNOWLEDGED", "")
                        : new Outcome("HOLDS", "not acknowledged yet: " + told.open()));
    }

    private static List<LaneTold> lanes(JsonObject answer) {
        var lanes = new ArrayList<LaneTold>();
        for (var each : answer.getJsonArray("lanes", new JsonArray())) {
            lanes.add(LaneTold.of((JsonObject) each));
        }
        return lanes;
    }

    private List<LaneTold> silent(String engine, String trouble) {
        return brokers.names().stream()
                .filter(each -> addresses.of(each).filter(engine::equals).isPresent())
                .map(each -> LaneTold.silent(each, trouble))
                .toList();
    }

    private static ProblemException nowhere() {
        return ProblemException.of(
                ProblemType.ENGINE_AWAY, "panda.api.engine-address is not set: nothing says where the engine is");
    }
}
