package io.alphapanda.local.kite.exchange;

import java.net.URI;
import java.util.Set;

/// The simulator never talks to another machine.
final class Loopback {
    private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost", "[::1]");

    private Loopback() {}

    static boolean is(URI address) {
        return address.getHost() != null && HOSTS.contains(address.getHost());
    }
}
