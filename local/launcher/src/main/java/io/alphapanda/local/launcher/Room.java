package io.alphapanda.local.launcher;

import java.net.URI;
import java.util.List;

/// One process of the house: a function, and the lanes it serves.
///
/// @param name     unique; the function's name, in an arm with its broker's behind it
/// @param function the packaged application
/// @param brokers  its `ACTIVE_BROKERS`
/// @param port     where it listens
record Room(String name, String function, List<String> brokers, int port) {

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /// Where its events are posted.
    URI sink() {
        return URI.create(address() + "/");
    }
}
