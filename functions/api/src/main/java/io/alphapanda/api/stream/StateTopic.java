package io.alphapanda.api.stream;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// A state: who joins is told all of it, then everybody what changes. An item that is no more is not told of.
final class StateTopic implements Topic {

    private final Watch watch;
    private final Listeners listeners;
    private final Poll poll;

    /// The last state told; null until the first look after somebody joined.
    private @Nullable Map<String, byte[]> present;

    /// The same as events, made for the first who joins after a change.
    private @Nullable List<Buffer> whole;

    /// @param looked told of every look
    StateTopic(Vertx vertx, Watch watch, StreamJson json, Runnable looked) {
        this.watch = watch;
        this.listeners = new Listeners(watch.topic(), json);
        this.poll = new Poll(
                vertx,
                watch.every(),
                () -> {
                    looked.run();
                    return watch.look()
                            .invoke(this::tell)
                            .replaceWith(Uni.createFrom().voidItem());
                },
                this::troubled);
    }

    @Override
    public StreamTopic name() {
        return watch.topic();
    }

    @Override
    public synchronized void join(Client client, OptionalLong after) {
        boolean first = listeners.add(client);
        if (present != null) {
            if (whole == null) {
                whole = Frame.items(name(), present.values());
            }
            client.send(whole);
        }
        if (first) {
            poll.start();
        }
    }

    @Override
    public synchronized void leave(Client client) {
        if (listeners.remove(client)) {
            poll.stop();
            forget();
        }
    }

    private synchronized void tell(Map<String, byte[]> now) {
        listeners.untroubled();
        if (listeners.isEmpty()) {
            return;
        }
        var before = present == null ? Map.<String, byte[]>of() : present;
        var changed = new ArrayList<byte[]>();
        now.forEach((key, item) -> {
            if (!Arrays.equals(item, before.get(key))) {
                changed.add(item);
            }
        });
        listeners.send(Frame.items(name(), changed));
        if (!changed.isEmpty() || now.size() != before.size()) {
            whole = null;
        }
        present = new LinkedHashMap<>(now);
    }

    private void forget() {
        present = null;
        whole = null;
    }

    private synchronized void troubled(Throwable failure) {
        listeners.troubled(failure);
    }
}
