package io.alphapanda.local.kite.exchange;

/// `validity`: the day, at once or not at all, a number of minutes.
public enum Validity {
    DAY,
    IOC,
    TTL
}
