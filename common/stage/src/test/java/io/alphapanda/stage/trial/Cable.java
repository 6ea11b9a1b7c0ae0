package io.alphapanda.stage.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The connection to a server, which a test can cut, or hold so that nothing comes through.
public final class Cable {

    private enum State {
        WHOLE,
        CUT,
        HELD
    }

    private final int target;
    private final ServerSocket server;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private State state = State.WHOLE;

    /// @param target port on this machine
    public Cable(int target) {
        this.target = target;
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("cable").start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /// Ends every connection and takes no new one.
    public synchronized void cut() {
        state = State.CUT;
        ends.forEach(Cable::close);
        ends.clear();
    }

    /// Lets nothing through, and ends nothing.
    public synchronized void hold() {
        state = State.HELD;
    }

    public synchronized void mend() {
        if (state == State.HELD) {
            cut();
        }
        state = State.WHOLE;
        notifyAll();
    }

    private void accept() {
        while (true) {
            try {
                join(server.accept());
            } catch (IOException _) {
                return;
            }
        }
    }

    private synchronized void join(Socket near) throws IOException {
        if (state == State.CUT) {
            close(near);
            return;
        }
        var far = new Socket(InetAddress.getLoopbackAddress(), target);
        near.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        ends.add(near);
        ends.add(far);
        Thread.ofPlatform().daemon().name("cable-out").start(() -> pump(near, far));
        Thread.ofPlatform().daemon().name("cable-in").start(() -> pump(far, near));
    }

    private void pump(Socket from, Socket to) {
        var buffer = new byte[65_536];
        try {
            for (int n = from.getInputStream().read(buffer);
                    n >= 0;
                    n = from.getInputStream().read(buffer)) {
                awaitNotHeld();
                to.getOutputStream().write(buffer, 0, n);
            }
        } catch (IOException | InterruptedException _) {
            // Cut, or ended by one side.
        }
        close(from);
        close(to);
    }

    private synchronized void awaitNotHeld() throws InterruptedException {
        while (state == State.HELD) {
            wait();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // It is gone either way.
        }
    }
}
