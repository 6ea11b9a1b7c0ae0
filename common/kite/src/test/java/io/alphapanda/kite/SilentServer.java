package io.alphapanda.kite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A server that takes connections and requests, and does not answer as one should.
final class SilentServer implements AutoCloseable {

    /// What it does once it has read a request's first line.
    enum Manner {
        SAYS_NOTHING,
        HANGS_UP,
        ANSWERS_HALF,
        DRIBBLES
    }

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Manner manner;

    SilentServer(Manner manner) {
        this.manner = manner;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    List<String> requests() {
        return new ArrayList<>(requests);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                open.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try {
            requests.add(firstLine(socket));
            var out = socket.getOutputStream();
            switch (manner) {
                case SAYS_NOTHING -> {}
                case HANGS_UP -> socket.close();
                case ANSWERS_HALF -> {
                    out.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"status\":\"succ".getBytes());
                    out.flush();
                    socket.close();
                }
                case DRIBBLES -> {
                    out.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes());
                    while (!socket.isClosed()) {
                        out.write('{');
                        out.flush();
                        Thread.sleep(20);
                    }
                }
            }
        } catch (IOException | InterruptedException e) {
            // The client has hung up, or the test is over.
        }
    }

    private static String firstLine(Socket socket) throws IOException {
        var line = new StringBuilder();
        int next = socket.getInputStream().read();
        while (next >= 0 && next != '\r') {
            line.append((char) next);
            next = socket.getInputStream().read();
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
