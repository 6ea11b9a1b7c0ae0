package io.alphapanda.stage.log;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;

/// What a record is about. Which one it is, is decided here and nowhere else.
public enum LogChannel {
    /// What a person did.
    AUDIT,
    /// What went wrong, whatever it was about.
    ERROR,
    /// Signals, orders, fills and books, and how events are delivered.
    TRADING,
    /// Ticks, and the strategies that look at them.
    MARKET,
    /// Questions and answers.
    API,
    /// How the process fares: what was done in a minute and how long it took, and what the frameworks under it say.
    PERFORMANCE;

    private static final String HOUSE = "io.alphapanda.";

    /// Whose records go to [#AUDIT], whoever writes them and however severe.
    public static final String AUDIT_CATEGORY = HOUSE + "audit";

    /// Whose records go to [#PERFORMANCE], besides what the frameworks say.
    public static final String PERFORMANCE_CATEGORY = HOUSE + "performance";

    /// @param level    its severity
    /// @param category whose record it is, a logger's name
    public static LogChannel of(Level level, String category) {
        if (category.startsWith(AUDIT_CATEGORY)) {
            return AUDIT;
        }
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return ERROR;
        }
        return switch (room(category)) {
            case "api" -> API;
            case "feed", "runner", "kite" -> MARKET;
            case "stage", "risk", "engine", "portfolio", "domain" -> TRADING;
            default -> PERFORMANCE;
        };
    }

    /// The part behind `io.alphapanda.`; empty for who is not of the house.
    private static String room(String category) {
        if (!category.startsWith(HOUSE)) {
            return "";
        }
        int end = category.indexOf('.', HOUSE.length());
        return end < 0 ? "" : category.substring(HOUSE.length(), end);
    }

    /// As it is written in addresses.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Its stream in Redis.
    public String key() {
        return "logs:" + label();
    }

    public static Optional<LogChannel> find(String label) {
        return Arrays.stream(values())
                .filter(each -> each.label().equals(label))
                .findFirst();
    }
}
