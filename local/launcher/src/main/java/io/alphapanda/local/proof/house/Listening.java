package io.alphapanda.local.proof.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Clients that listen to the read layer's stream and read whatever they are told. One thread reads for all of them and
/// looks at nothing but where an event begins: who listens is on the same cores as who is listened to, and must not be
/// what takes them.
final class Listening implements AutoCloseable {

    private static final byte[] ANSWERED = "HTTP/1.1 200 ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EVENT = "\nevent: ".getBytes(StandardCharsets.US_ASCII);
    private static final int READ_AT_ONCE = 64 * 1024;

    private final List<Listener> listeners = new ArrayList<>();
    private final Selector selector;

    private Listening(Selector selector) {
        this.selector = selector;
    }

    /// @param stream  where, with its query
    /// @param clients how many
    static Listening to(URI stream, int clients) {
        try {
            var listening = new Listening(Selector.open());
            for (int i = 0; i < clients; i++) {
                listening.connect(stream);
            }
            Thread.ofPlatform().daemon().name("listening").start(listening::read);
            return listening;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void connect(URI stream) throws IOException {
        var channel = SocketChannel.open(new InetSocketAddress(stream.getHost(), stream.getPort()));
        var request = "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\n\r\n"
                .formatted(stream.getRawPath(), stream.getAuthority());
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        channel.configureBlocking(false);
        var listener = new Listener();
        listeners.add(listener);
        channel.register(selector, SelectionKey.OP_READ, listener);
    }

    /// Those whose stream stands and who were told something.
    long standing() {
        return listeners.stream().filter(Listener::isStanding).count();
    }

    /// Events told, to all of them together.
    long events() {
        return listeners.stream().mapToLong(each -> each.events.get()).sum();
    }

    private void read() {
        var buffer = ByteBuffer.allocateDirect(READ_AT_ONCE);
        try {
            while (selector.isOpen()) {
                selector.select(key -> read(key, buffer));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(SelectionKey key, ByteBuffer buffer) {
        var listener = (Listener) key.attachment();
        try {
            buffer.clear();
            if (((SocketChannel) key.channel()).read(buffer) < 0) {
                listener.ended = true;
                key.cancel();
                return;
            }
            listener.take(buffer.flip());
        } catch (IOException e) {
            listener.ended = true;
            key.cancel();
        }
    }

    @Override
    public void close() {
        try {
            for (var key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Listener {

        private final AtomicLong events = new AtomicLong();
        private volatile boolean ended;
        private int answered;
        private int matched;

        boolean isStanding() {
            return events.get() > 0 && !ended;
        }

        void take(ByteBuffer bytes) {
            while (bytes.hasRemaining() && !ended) {
                byte next = bytes.get();
                if (answered < ANSWERED.length) {
                    ended = next != ANSWERED[answered++];
                } else {
                    look(next);
                }
            }
        }

        private void look(byte next) {
            matched = next == EVENT[matched] ? matched + 1 : next == EVENT[0] ? 1 : 0;
            if (matched == EVENT.length) {
                events.incrementAndGet();
                matched = 0;
            }
        }
    }
}
