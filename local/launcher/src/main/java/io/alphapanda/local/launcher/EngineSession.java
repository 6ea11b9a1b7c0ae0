package io.alphapanda.local.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/// The door of a broker's session at the engine that serves it.
///
/// @param address of that engine
record EngineSession(HttpClient http, String broker, String address) {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    /// @throws StartException if the house has no such broker
    static EngineSession of(HttpClient http, RunState state, String broker) {
        return new EngineSession(
                http, broker, EngineDoor.of(http, state, broker).address());
    }

    /// Where a person logs in.
    String loginAddress() {
        return address + "/brokers/" + broker + "/login";
    }

    /// How the session stands; empty while the engine does not answer.
    ///
    /// @throws StartException with the engine's own words if nobody can log in at this broker
    Optional<JsonNode> status() {
        try {
            var request = HttpRequest.newBuilder(URI.create(address + "/brokers/" + broker + "/session"))
                    .timeout(ANSWER_WITHIN)
                    .build();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return switch (answer.statusCode()) {
                case 200 -> Optional.of(JSON.readTree(answer.body()));
                case 404 ->
                    throw new StartException(
                            JSON.readTree(answer.body()).path("detail").asText());
                default -> Optional.empty();
            };
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
