package io.alphapanda.local.kite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/// A client that adds nothing to HTTP.
public final class RawClient {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /// An answer.
    public record Answer(HttpResponse<byte[]> response) {
        public int status() {
            return response.statusCode();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            try {
                return MAPPER.readTree(text());
            } catch (JsonProcessingException e) {
                throw new AssertionError("no JSON: " + text(), e);
            }
        }

        public JsonNode data() {
            if (status() != 200) {
                throw new AssertionError("HTTP " + status() + ": " + text());
            }
            return json().path("data");
        }

        public String errorType() {
            return json().path("error_type").asText();
        }

        public String message() {
            return json().path("message").asText();
        }
    }

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI root;
    private final String apiKey;
    private final String accessToken;

    public RawClient(URI root, String apiKey, String accessToken) {
        this.root = root;
        this.apiKey = apiKey;
        this.accessToken = accessToken;
    }

    public String accessToken() {
        return accessToken;
    }

    public HttpClient http() {
        return http;
    }

    public Answer get(String path) {
        return send("GET", path, "").join();
    }

    public Answer post(String path, String form) {
        return send("POST", path, form).join();
    }

    public Answer put(String path, String form) {
        return send("PUT", path, form).join();
    }

    public Answer delete(String path) {
        return send("DELETE", path, "").join();
    }

    public Answer json(String path, String json) {
        return send("POST", path, json, "application/json").join();
    }

    public CompletableFuture<Answer> send(String method, String path, String form) {
        return send(method, path, form, "application/x-www-form-urlencoded");
    }

    private CompletableFuture<Answer> send(String method, String path, String body, String type) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(root + path))
                .header("X-Kite-Version", "3")
                .header("Authorization", "token " + apiKey + ":" + accessToken)
                .header("Content-Type", type)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()).thenApply(Answer::new);
    }
}
