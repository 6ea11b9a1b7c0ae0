package io.alphapanda.local.image;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;

/// One request a room is used with: an event as a KafkaSource sends it, or a question to the read layer.
///
/// @param path    what is asked; `/` is the function door
/// @param headers of the event, lane and topic stamped; none for a question
/// @param data    the event's; empty for a question
record Sample(String path, Map<String, String> headers, byte[] data) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static Sample question(String path) {
        return new Sample(path, Map.of(), new byte[0]);
    }

    private boolean isEvent() {
        return data.length > 0;
    }

    HttpRequest to(URI room) {
        var request = HttpRequest.newBuilder(room.resolve(path)).timeout(PATIENCE);
        headers.forEach(request::header);
        return isEvent()
                ? request.POST(BodyPublishers.ofByteArray(data)).build()
                : request.GET().build();
    }

    /// What a room that has done it answers.
    int success() {
        return isEvent() ? 204 : 200;
    }
}
