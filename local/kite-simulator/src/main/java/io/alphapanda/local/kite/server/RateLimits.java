package io.alphapanda.local.kite.server;

import io.alphapanda.local.kite.exchange.AccountSpec;
import io.alphapanda.local.kite.exchange.India;
import io.alphapanda.local.kite.fault.Endpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The broker's limits. Seconds and minutes are those of its clock, not sliding windows; a refused request counts too.
///
/// | bucket | limit | per |
/// |---|---|---|
/// | place, modify, cancel | 10 a second, 400 a minute | user |
/// | place | 5000 a day | user |
/// | quote, ohlc, ltp | 1 a second | API key |
/// | everything else but the login and the instruments | 10 a second | API key |
final class RateLimits {
    private record Limit(String name, String owner, long window, int most) {}

    private record Counter(long window, int count) {}

    private final Map<String, Counter> counters = new HashMap<>();

    /// Counts the request.
    ///
    /// @return which limit it breaks, if any
    synchronized Optional<String> exceeded(Endpoint endpoint, AccountSpec account, Instant now) {
        Optional<String> broken = Optional.empty();
        for (Limit limit : limits(endpoint, account, now)) {
            if (count(limit) > limit.most && broken.isEmpty()) {
                broken = Optional.of("%d per %s".formatted(limit.most, limit.name));
            }
        }
        return broken;
    }

    private int count(Limit limit) {
        Counter counter = counters.merge(
                limit.name + '/' + limit.owner,
                new Counter(limit.window, 1),
                (old, first) -> old.window == limit.window ? new Counter(old.window, old.count + 1) : first);
        return counter.count;
    }

    private static List<Limit> limits(Endpoint endpoint, AccountSpec account, Instant now) {
        long second = now.getEpochSecond();
        List<Limit> limits = new ArrayList<>();
        switch (endpoint) {
            case PLACE_ORDER, MODIFY_ORDER, CANCEL_ORDER -> {
                limits.add(new Limit("second for orders", account.userId(), second, 10));
                limits.add(new Limit("minute for orders", account.userId(), second / 60, 400));
                if (endpoint == Endpoint.PLACE_ORDER) {
                    limits.add(new Limit(
                            "day for orders", account.userId(), India.date(now).toEpochDay(), 5000));
                }
            }
            case QUOTE, OHLC, LTP -> limits.add(new Limit("second for quotes", account.apiKey(), second, 1));
            default -> limits.add(new Limit("second", account.apiKey(), second, 10));
        }
        return limits;
    }
}
