package io.alphapanda.stage.broker;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;

/// How far an account reaches: what is not live never leaves this machine, and what is live never stays on it. Every
/// kind of broker has each of its addresses checked here, at start.
public final class Reach {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?");

    private Reach() {}

    /// @param key    the setting the address is of, in `connection`
    /// @param broker who is at the real address, for people
    /// @throws ConfigurationException if the address is beyond the account's reach
    public static void require(BrokerAccount account, Connection connection, String key, URI address, String broker) {
        var live = account.isLive();
        if (live != isThisMachine(address)) {
            return;
        }
        var setting = "panda.brokers." + account.broker() + ".live";
        var there = ", but connection." + key + " points to " + address + "; ";
        throw new ConfigurationException(
                live
                        ? setting + " is true" + there + "remove " + connection.key(key) + " to reach " + broker
                                + ", or remove live to trade at the simulator"
                        : setting + " is not true" + there + "set " + connection.key(key)
                                + " to the simulator's address on this machine, or live to true to trade real money");
    }

    /// Whether nothing sent to it leaves this machine.
    public static boolean isThisMachine(URI address) {
        return address.getHost() != null && THIS_MACHINE.contains(address.getHost());
    }

    /// Whether nobody but this machine reaches what listens at that host.
    public static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host.strip()).matches();
    }
}
