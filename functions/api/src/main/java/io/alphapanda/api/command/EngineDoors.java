package io.alphapanda.api.command;

import io.alphapanda.api.problem.ProblemException;
import io.alphapanda.api.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Speaks to the doors a trading-engine has for commands.
@Singleton
final class EngineDoors {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);

    /// The engine answers within twenty seconds; one that sleeps has to wake first.
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(40);

    private final Optional<String> key;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build();

    /// @param key what the trading-engine's doors for commands ask for, the same at the engine and the api; at least 24
    ///            characters, `openssl rand -hex 32`. Unset, they are open on loopback and shut elsewhere
    EngineDoors(@ConfigProperty(name = "panda.control.key") Optional<String> key) {
        this.key = key.map(String::strip).filter(text -> !text.isEmpty());
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }

    /// What the engine answers, 200 and 202 alike.
    ///
    /// @throws ProblemException as a failure, if it refuses or can't be reached
    Uni<JsonObject> put(String engine, String path, JsonObject command) {
        var request = HttpRequest.newBuilder(URI.create(engine + path))
                .timeout(ANSWER_WITHIN)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(command.encode()));
        key.ifPresent(text -> request.header("Authorization", "Bearer " + text));
        return Uni.createFrom()
                .completionStage(() -> http.sendAsync(request.build(), BodyHandlers.ofString()))
                .onFailure()
                .transform(
                        failure -> away("the trading-engine does not answer; whether the command holds is not known: "
                                + "give it again, or use ./panda halt where it runs"))
                .map(EngineDoors::read);
    }

    private static JsonObject read(HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case 200, 202 -> json(answer);
            case 400 -> throw ProblemException.of(ProblemType.BAD_PARAMETER, detail(answer), "command", "", List.of());
            case 401, 403 ->
                throw away(
                        "the trading-engine does not take commands from here; set panda.control.key to the same at both");
            case 404 -> throw away("the trading-engine does not serve this account: " + detail(answer));
            default -> throw away("the trading-engine answers " + answer.statusCode() + "; give the command again");
        };
    }

    private static String detail(HttpResponse<String> answer) {
        return json(answer).getString("detail", "");
    }

    private static JsonObject json(HttpResponse<String> answer) {
        try {
            return new JsonObject(answer.body());
        } catch (DecodeException _) {
            throw away("the trading-engine's answer can't be read");
        }
    }

    private static ProblemException away(String detail) {
        return ProblemException.of(ProblemType.ENGINE_AWAY, detail);
    }
}
