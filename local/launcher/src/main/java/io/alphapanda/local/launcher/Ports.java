package io.alphapanda.local.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// Free ports on the loopback interface.
final class Ports {

    private Ports() {}

    static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StartException("no free port on 127.0.0.1: " + e.getMessage());
        }
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /// The given port, or a free one for 0.
    ///
    /// @throws StartException naming the option if the port is taken
    static int claim(String option, int port) {
        if (port == 0) {
            return isFree(8080) ? 8080 : free();
        }
        if (!isFree(port)) {
            throw new StartException(option + " " + port + " is taken; choose another, or leave it out for a free one");
        }
        return port;
    }
}
