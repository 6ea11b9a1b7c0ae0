package io.alphapanda.api.stream;

import io.alphapanda.api.log.LogTail;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/// What is logged from now on. Nobody is told what was logged before; `/api/v1/logs` tells that.
final class LogTopic implements Topic {

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final LogTail tail;
    private final StreamJson json;
    private final Listeners listeners;
    private final Poll poll;

    /// @param looked told of every look
    LogTopic(Vertx vertx, LogTail tail, StreamJson json, Runnable looked) {
        this.tail = tail;
        this.json = json;
        this.listeners = new Listeners(StreamTopic.LOGS, json);
        this.poll = new Poll(
                vertx,
                EVERY,
                () -> {
                    looked.run();
                    return look();
                },
                this::troubled);
    }

    @Override
    public StreamTopic name() {
        return StreamTopic.LOGS;
    }

    @Override
    public synchronized void join(Client client, OptionalLong after) {
        if (listeners.add(client)) {
            tail.toTheEnd();
            poll.start();
        }
    }

    @Override
    public synchronized void leave(Client client) {
        if (listeners.remove(client)) {
            poll.stop();
        }
    }

    private Uni<Void> look() {
        return tail.next()
                .map(lines -> lines.stream().map(json::line).toList())
                .invoke(this::tell)
                .replaceWithVoid();
    }

    private synchronized void tell(List<byte[]> lines) {
        listeners.untroubled();
        listeners.send(Frame.items(StreamTopic.LOGS, lines));
    }

    private synchronized void troubled(Throwable failure) {
        listeners.troubled(failure);
    }
}
