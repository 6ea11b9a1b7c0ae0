package io.alphapanda.local.infrastructure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/// Finds and checks ports on 127.0.0.1. Free ports are drawn from below the range the kernel gives to outgoing
/// connections, so that a server which was killed finds its port still free when it comes back.
final class LoopbackPorts {
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 31_999;
    private static final int MOST_TRIES = 200;

    /// Drawn before: whoever has drawn one may not listen there yet.
    private static final Set<Integer> DRAWN = ConcurrentHashMap.newKeySet();

    private LoopbackPorts() {}

    static int claim(String option, int wanted) {
        if (wanted == 0) {
            return free();
        }
        if (!isFree(wanted)) {
            throw new InfrastructureException(
                    "port %d is already taken on 127.0.0.1: end what listens there, or set %s to another port (0 picks a free one)"
                            .formatted(wanted, option));
        }
        return wanted;
    }

    static int free() {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST + 1);
            if (isFree(port) && DRAWN.add(port)) {
                return port;
            }
        }
        throw new InfrastructureException(
                "no free port found on 127.0.0.1 between %d and %d".formatted(LOWEST, HIGHEST));
    }

    static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(loopback(), port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
