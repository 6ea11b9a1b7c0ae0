package io.alphapanda.kite.market;

/// How long a candle of Kite's history is, and how many days of them one request may span.
public enum Interval {
    MINUTE("minute", 60),
    MINUTES_3("3minute", 100),
    MINUTES_5("5minute", 100),
    MINUTES_10("10minute", 100),
    MINUTES_15("15minute", 200),
    MINUTES_30("30minute", 200),
    HOUR("60minute", 400),
    DAY("day", 2000);

    private final String wire;
    private final int maxDays;

    Interval(String wire, int maxDays) {
        this.wire = wire;
        this.maxDays = maxDays;
    }

    public String wire() {
        return wire;
    }

    public int maxDays() {
        return maxDays;
    }
}
