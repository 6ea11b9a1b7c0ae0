package io.alphapanda.local.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The doors for people at the engine that serves a broker.
///
/// @param broker  empty for all that the engine serves
/// @param address of that engine
record EngineDoor(HttpClient http, String broker, String address) {

    private static final String ENGINE = "trading-engine";

    /// What the engine's doors ask for, if the house was started with it.
    private static final String CONTROL_KEY = "PANDA_CONTROL_KEY";

    private static final ObjectMapper JSON = new ObjectMapper();

    /// In a house of arms each broker has an engine of its own.
    ///
    /// @throws StartException if the house has no such broker
    static EngineDoor of(HttpClient http, RunState state, String broker) {
        if (!state.brokers().contains(broker)) {
            throw new StartException(
                    "the running house has no broker " + broker + "; it has " + String.join(", ", state.brokers()));
        }
        var arm = state.addresses().get(ENGINE + "-" + broker);
        return new EngineDoor(http, broker, arm == null ? state.address(ENGINE) : arm);
    }

    /// The door of the house that runs on this machine.
    ///
    /// @throws StartException if none runs, or it has no such broker
    static EngineDoor ofRunningHouse(HttpClient http, String broker) {
        return of(http, runningHouse(), broker);
    }

    /// The doors of every engine of the house that runs on this machine, for all brokers each serves.
    ///
    /// @throws StartException if none runs
    static List<EngineDoor> everyOfRunningHouse(HttpClient http) {
        return every(http, runningHouse());
    }

    static List<EngineDoor> every(HttpClient http, RunState state) {
        return state.brokers().stream()
                .map(broker -> of(http, state, broker).address())
                .distinct()
                .map(address -> new EngineDoor(http, "", address))
                .toList();
    }

    private static RunState runningHouse() {
        return RunState.read(Layout.find())
                .filter(each -> each.launcher().isPresent())
                .orElseThrow(() -> new StartException("no house is running; ./panda run first"));
    }

    /// What the engine says to a question below the broker's address, or its own.
    ///
    /// @param patience how long its answer is waited for
    /// @throws StartException with the engine's own words if it refuses, or if it does not answer
    JsonNode ask(String method, String path, String body, Duration patience) {
        var question = HttpRequest.newBuilder(URI.create(address + below() + path))
                .timeout(patience)
                .header("content-type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        Optional.ofNullable(System.getenv(CONTROL_KEY))
                .filter(key -> !key.isBlank())
                .ifPresent(key -> question.header("authorization", "Bearer " + key.strip()));
        try {
            var answer = http.send(question.build(), HttpResponse.BodyHandlers.ofString());
            return read(answer);
        } catch (IOException e) {
            throw new StartException("the engine does not answer at " + address + ": " + e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new StartException("interrupted before the engine had answered; ask it how "
                    + (broker.isEmpty() ? "its brokers stand" : broker + " stands"));
        }
    }

    private String below() {
        return broker.isEmpty() ? "" : "/brokers/" + broker;
    }

    private JsonNode read(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() >= 300) {
            var words = answer.headers().firstValue("content-type").orElse("").contains("json")
                    ? JSON.readTree(answer.body()).path("detail").asText(answer.body())
                    : answer.body();
            throw new StartException("the engine says " + answer.statusCode() + ": " + words.strip());
        }
        return JSON.readTree(answer.body());
    }
}
