package io.alphapanda.local.launcher;

import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Whose trading a command is about: one broker's, or every one's.
final class Whose {

    @Parameters(paramLabel = "BROKER", description = "The account, as ACTIVE_BROKERS names it.")
    private String broker;

    @Option(names = "--all", description = "Every broker of the house at once.")
    private boolean all;

    /// Tells the engine of the broker, or in a house of arms each. One that does not answer keeps no other from being
    /// told.
    ///
    /// @param order gives the order, and says whether it was acknowledged
    /// @return whether every engine has
    /// @throws StartException if no house runs, it has no such broker, or an engine did not take it
    boolean tell(PrintWriter out, Predicate<TradingOrder> order) {
        try (var http = HttpClient.newHttpClient()) {
            return tell(doors(http), out, order);
        }
    }

    static boolean tell(List<EngineDoor> doors, PrintWriter out, Predicate<TradingOrder> order) {
        boolean acknowledged = true;
        var troubles = new ArrayList<String>();
        for (var door : doors) {
            try {
                acknowledged &= order.test(new TradingOrder(door, out));
            } catch (StartException e) {
                troubles.add(e.getMessage());
            }
        }
        if (!troubles.isEmpty()) {
            throw new StartException(String.join("; ", troubles));
        }
        return acknowledged;
    }

    private List<EngineDoor> doors(HttpClient http) {
        return all ? EngineDoor.everyOfRunningHouse(http) : List.of(EngineDoor.ofRunningHouse(http, broker));
    }
}
