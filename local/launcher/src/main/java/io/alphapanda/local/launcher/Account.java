package io.alphapanda.local.launcher;

import io.alphapanda.domain.order.Reality;

/// An account a run trades on.
///
/// @param broker  its name, and its lane's
/// @param kind    what executes its orders; empty if nobody has configured it, which the functions refuse
/// @param reality whether its executions are real
record Account(String broker, String kind, Reality reality) {

    private static final String PAPER = "paper";
    private static final String ZERODHA = "zerodha";

    static Account of(String broker, Settings settings) {
        var kind = settings.find(key(broker, "kind")).orElse("");
        boolean live =
                settings.find(key(broker, "live")).map(Boolean::parseBoolean).orElse(false);
        return new Account(broker, kind, kind.equals(PAPER) ? Reality.PAPER : live ? Reality.LIVE : Reality.SIMULATED);
    }

    /// Whether it trades at the Kite simulator.
    boolean isAtKiteSimulator() {
        return kind.equals(ZERODHA) && reality == Reality.SIMULATED;
    }

    /// The environment's name of one of its settings.
    String variable(String setting) {
        return Settings.variable(key(broker, setting));
    }

    private static String key(String broker, String setting) {
        return "panda.brokers." + broker + "." + setting;
    }
}
