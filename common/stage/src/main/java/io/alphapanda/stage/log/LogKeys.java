package io.alphapanda.stage.log;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Who a record is about. The house's messages say what happened, and behind it who, as `key=value`.
final class LogKeys {

    /// How the messages call each key.
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("broker", "broker"),
            Map.entry("lane", "broker"),
            Map.entry("account", "broker"),
            Map.entry("event", "eventId"),
            Map.entry("eventId", "eventId"),
            Map.entry("id", "eventId"),
            Map.entry("correlationId", "correlationId"),
            Map.entry("strategy", "strategyId"),
            Map.entry("strategyId", "strategyId"),
            Map.entry("instrument", "instrument"),
            Map.entry("order", "orderId"),
            Map.entry("orderId", "orderId"));

    private static final Pattern PAIR = Pattern.compile("(?<![\\w?&])([A-Za-z]+)=([!-~&&[^,;]]{1,300})");

    private LogKeys() {}

    /// Those a message has; the first of each.
    static Map<String, String> of(String message) {
        var keys = new TreeMap<String, String>();
        PAIR.matcher(message).results().forEach(pair -> {
            var name = NAMES.get(pair.group(1));
            if (name != null) {
                keys.putIfAbsent(name, pair.group(2));
            }
        });
        return keys;
    }
}
