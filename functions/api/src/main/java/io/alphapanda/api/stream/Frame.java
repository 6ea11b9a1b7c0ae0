package io.alphapanda.api.stream;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The notation of server-sent events (WHATWG HTML, 9.2). Data is JSON without line breaks.
final class Frame {

    /// Items one event carries at most.
    static final int MOST_ITEMS = 200;

    private static final String ITEMS = "{\"items\":[";

    private Frame() {}

    /// An event of its own.
    static Buffer event(String name, byte[] json) {
        return Buffer.buffer("event: " + name + "\ndata: ").appendBytes(json).appendString("\n\n");
    }

    /// Items of a topic, as few events as hold them.
    static List<Buffer> items(StreamTopic topic, Collection<byte[]> items) {
        var frames = new ArrayList<Buffer>();
        var part = new ArrayList<byte[]>();
        for (var item : items) {
            part.add(item);
            if (part.size() == MOST_ITEMS) {
                frames.add(part(topic, part));
                part.clear();
            }
        }
        if (!part.isEmpty()) {
            frames.add(part(topic, part));
        }
        return frames;
    }

    private static Buffer part(StreamTopic topic, List<byte[]> items) {
        var frame = Buffer.buffer("event: " + topic.label() + "\ndata: " + ITEMS);
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                frame.appendString(",");
            }
            frame.appendBytes(items.get(i));
        }
        return frame.appendString("]}\n\n");
    }

    /// Where a client that was told everything before this may resume. No event: a browser only remembers it.
    static Buffer place(long id) {
        return Buffer.buffer("id: " + id + "\n\n");
    }

    /// Keeps proxies from taking a quiet stream for a dead one.
    static Buffer heartbeat() {
        return Buffer.buffer(":\n\n");
    }

    /// How soon a browser comes back after the stream broke.
    static Buffer retry(long millis) {
        return Buffer.buffer("retry: " + millis + "\n\n");
    }
}
