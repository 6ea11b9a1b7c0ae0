package io.alphapanda.local.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// What the feed says of itself.
///
/// @param state     `running`, `ended`, …
/// @param ticks     in the stream so far, those published before a restart included
/// @param batches   likewise
/// @param broken    lines that could not be read
/// @param details   the whole answer
record FeedStatus(String state, long ticks, long batches, long broken, JsonNode details) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// Empty while the feed does not answer.
    static Optional<FeedStatus> ask(HttpClient http, Room feed) {
        try {
            var request = HttpRequest.newBuilder(URI.create(feed.address() + "/status"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                return Optional.empty();
            }
            var node = JSON.readTree(answer.body());
            return Optional.of(new FeedStatus(
                    node.path("state").asText(),
                    node.path("ticksInStream").asLong(),
                    node.path("batchesInStream").asLong(),
                    node.path("brokenLines").path("count").asLong(),
                    node));
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /// The first of the lines that could not be read, each with its number and what is wrong with it.
    List<String> brokenLines() {
        var lines = new ArrayList<String>();
        details.path("brokenLines")
                .path("first")
                .forEach(each -> lines.add("line " + each.path("line").asText() + ": "
                        + each.path("reason").asText()));
        return lines;
    }

    /// Records that the consumer groups downstream have not read, but for those named; empty until Kafka has told it.
    OptionalLong lagExcept(Set<String> groups) {
        var lag = details.path("lag");
        if (lag.isEmpty()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(lag.propertyStream()
                .filter(each -> !groups.contains(each.getKey()))
                .mapToLong(each -> each.getValue().asLong())
                .sum());
    }

    boolean isPublishing() {
        return state.equals("running");
    }

    boolean hasEnded() {
        return state.equals("ended");
    }

    boolean hasFailed() {
        return state.equals("failed");
    }
}
