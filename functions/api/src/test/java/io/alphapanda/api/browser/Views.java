package io.alphapanda.api.browser;

import java.util.List;

/// Every page of the dashboard, as it stands behind `#/` in its address.
public final class Views {

    private Views() {}

    /// @param correlationId of an idea that is explained
    /// @param strategy      whose books at `paper` are shown
    /// @param instrument    whose prices are shown
    public static List<String> all(String correlationId, String strategy, String instrument) {
        return List.of(
                "overview",
                "portfolio",
                "portfolio?broker=paper&strategy=" + strategy,
                "orders",
                "signals",
                "explain/" + escaped(correlationId),
                "twins",
                "strategies",
                "instrument",
                "instrument/" + escaped(instrument),
                "pipeline",
                "alerts",
                "system",
                "logs");
    }

    /// An id in an address, its slashes and colons no part of the path.
    public static String escaped(String id) {
        return id.replace("%", "%25")
                .replace("/", "%2F")
                .replace(":", "%3A")
                .replace("?", "%3F")
                .replace("&", "%26");
    }
}
