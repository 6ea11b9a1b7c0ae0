package io.alphapanda.api.stream;

import io.alphapanda.stage.testing.Await;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/// A client of a server of its own, on a real socket that reads when it is told to.
final class ServedClient implements AutoCloseable {

    final Client client;
    final AtomicBoolean dropped;
    private final Socket socket;
    private final StringBuilder read = new StringBuilder();

    private ServedClient(Client client, AtomicBoolean dropped, Socket socket) {
        this.client = client;
        this.dropped = dropped;
        this.socket = socket;
    }

    static ServedClient connect(Vertx vertx, long bound) {
        try {
            var served = new CompletableFuture<Client>();
            var dropped = new AtomicBoolean();
            var server = vertx.createHttpServer()
                    .requestHandler(request -> {
                        request.response().setChunked(true);
                        var client = new Client(request, bound, () -> dropped.set(true));
                        request.response().closeHandler(_ -> client.gone());
                        served.complete(client);
                    })
                    .listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            var socket = new Socket();
            socket.setSoTimeout(30_000);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.actualPort()));
            socket.getOutputStream().write("GET / HTTP/1.1\r\nhost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return new ServedClient(served.join(), dropped, socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads until this was read.
    void await(String text) {
        try {
            var in = socket.getInputStream();
            var buffer = new byte[65_536];
            int from = 0;
            while (read.indexOf(text, from) < 0) {
                from = Math.max(0, read.length() - text.length());
                int n = in.read(buffer);
                if (n < 0) {
                    throw new AssertionError("the stream ended before '" + text + "': " + read);
                }
                read.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Everything read so far, in the chunks it came in.
    String read() {
        return read.toString();
    }

    /// Reads until the connection is cut.
    void awaitCut() {
        Await.until("the client is gone", client::isGone);
        try (InputStream in = socket.getInputStream()) {
            in.skipNBytes(Long.MAX_VALUE);
        } catch (IOException _) {
            // Ended, or reset: either is cut.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
