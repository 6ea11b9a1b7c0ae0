package io.alphapanda.api;

import io.alphapanda.stage.testing.Await;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// Listens to the stream as a browser does.
final class StreamReader implements AutoCloseable {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpResponse<Stream<String>> answer;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final AtomicReference<String> lastId = new AtomicReference<>("");

    /// @param data as JSON
    record Event(String name, JsonPath data) {

        List<String> ids() {
            return data.getList("items.id");
        }
    }

    private StreamReader(URI stream, String lastEventId) {
        var request = HttpRequest.newBuilder(stream).header("Authorization", "Bearer " + Access.token(Access.ADMIN));
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            answer = http.send(request.build(), HttpResponse.BodyHandlers.ofLines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        Thread.ofVirtual().start(this::read);
    }

    static StreamReader open(URI stream) {
        return resume(stream, "");
    }

    /// Opened, and told so.
    static StreamReader resume(URI stream, String lastEventId) {
        var reader = new StreamReader(stream, lastEventId);
        reader.await("open");
        return reader;
    }

    private void read() {
        var name = new AtomicReference<>("");
        try (var lines = answer.body()) {
            lines.forEach(line -> {
                if (line.startsWith("event: ")) {
                    name.set(line.substring(7));
                } else if (line.startsWith("id: ")) {
                    lastId.set(line.substring(4));
                } else if (line.startsWith("data: ")) {
                    events.add(new Event(name.get(), JsonPath.from(line.substring(6))));
                }
            });
        } catch (UncheckedIOException _) {
            // Closed by the test.
        }
    }

    /// The first event of that name.
    Event await(String name) {
        Await.until("the stream tells " + name, () -> events.stream()
                .anyMatch(each -> each.name().equals(name)));
        return events.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// What the newest event of that name says.
    JsonPath last(String name) {
        return events.reversed().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .data();
    }

    /// Waits until all these were told.
    void awaitIds(String topic, String... ids) {
        Await.until("the stream tells " + List.of(ids), () -> ids(topic).containsAll(List.of(ids)));
    }

    /// What was told of the topic, in its order.
    List<String> ids(String topic) {
        var ids = new ArrayList<String>();
        events.stream().filter(each -> each.name().equals(topic)).forEach(each -> ids.addAll(each.ids()));
        return ids;
    }

    /// Where it may resume; empty if it was not told.
    String lastId() {
        return lastId.get();
    }

    HttpResponse<Stream<String>> answer() {
        return answer;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
