package io.alphapanda.api.stream;

import io.netty.channel.Channel;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Who listens. What it does not read is kept up to a bound; beyond it the connection is cut, and the client may come
/// back and resume. The events kept are the same objects for all clients.
final class Client {

    /// What the connection itself may hold before this begins to keep. Counted here until it is written: the
    /// connection's own count leaves out what it has had no turn to take, which has no bound on a busy machine.
    private static final int IN_THE_CONNECTION = 64 * 1024;

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final long bound;
    private final Runnable dropped;
    private final Deque<Buffer> kept = new ArrayDeque<>();
    private long keptBytes;
    private long inTheConnection;
    private boolean writing;
    private boolean gone;
    private @Nullable Runnable whenRead;

    /// @param bound   bytes kept at most
    /// @param dropped told when it is cut off
    Client(HttpServerRequest request, long bound, Runnable dropped) {
        this.request = request;
        this.response = request.response();
        this.bound = bound;
        this.dropped = dropped;
    }

    synchronized void send(Buffer frame) {
        if (gone) {
            return;
        }
        if (keptBytes + frame.length() > bound && !kept.isEmpty()) {
            cut();
            return;
        }
        kept.add(frame);
        keptBytes += frame.length();
        write();
        if (kept.isEmpty() && whenRead != null) {
            channel().eventLoop().execute(this::writeKept);
        }
    }

    synchronized void send(Collection<Buffer> frames) {
        frames.forEach(this::send);
    }

    /// Writes what there is room for. A write that is done at once comes back here; the loop then goes on by itself.
    private void write() {
        if (writing) {
            return;
        }
        writing = true;
        try {
            while (!gone && !kept.isEmpty() && inTheConnection < IN_THE_CONNECTION) {
                var frame = kept.poll();
                keptBytes -= frame.length();
                inTheConnection += frame.length();
                response.write(frame).onComplete(_ -> written(frame.length()));
            }
        } finally {
            writing = false;
        }
    }

    private void written(int bytes) {
        synchronized (this) {
            inTheConnection -= bytes;
        }
        writeKept();
    }

    private void writeKept() {
        Runnable next = null;
        synchronized (this) {
            write();
            if (kept.isEmpty() && whenRead != null) {
                next = whenRead;
                whenRead = null;
            }
        }
        if (next != null) {
            next.run();
        }
    }

    /// Runs it as soon as nothing is kept any more; never, if the client goes before.
    void whenRead(Runnable next) {
        synchronized (this) {
            whenRead = next;
        }
        writeKept();
    }

    /// It went by itself.
    synchronized void gone() {
        gone = true;
        kept.clear();
        keptBytes = 0;
        whenRead = null;
    }

    /// Whether its connection is closed, whoever was told of that.
    boolean hasLeft() {
        return response.closed();
    }

    /// Bytes it has not read yet, beyond what the connection holds.
    synchronized long keptBytes() {
        return keptBytes;
    }

    synchronized boolean isGone() {
        return gone;
    }

    /// Ends its stream behind what it was told; a client that has not read that is cut off.
    void end() {
        synchronized (this) {
            if (gone) {
                return;
            }
            if (kept.isEmpty()) {
                gone();
                response.end();
                return;
            }
        }
        cut();
    }

    /// Cuts it off. A close that waited for what is on its way would wait for the client to read it.
    void cut() {
        gone();
        dropped.run();
        if (request.version() == HttpVersion.HTTP_2) {
            response.reset();
        } else {
            channel().eventLoop().execute(() -> channel().close());
        }
    }

    private Channel channel() {
        return ((ConnectionBase) request.connection()).channel();
    }
}
