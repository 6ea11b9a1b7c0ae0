package io.alphapanda.local.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/// A running house's API, asked without the dashboard.
///
/// @param address `http://127.0.0.1:8080`
public record Answers(String address, HttpClient http) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public Answers(String address) {
        this(address, HttpClient.newHttpClient());
    }

    /// @param path with its query
    public JsonNode get(String path) {
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(address + path))
                            .timeout(Duration.ofSeconds(20))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// The rows under a name of an answer.
    public List<JsonNode> list(String path, String name) {
        return StreamSupport.stream(get(path).path(name).spliterator(), false).toList();
    }
}
