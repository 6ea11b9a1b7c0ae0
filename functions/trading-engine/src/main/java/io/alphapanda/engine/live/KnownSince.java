package io.alphapanda.engine.live;

import io.alphapanda.engine.clock.SteadyTime;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// For how long this process has known something of orders. What must have lasted so long must have been seen for so
/// long too: no step of the wall's clock makes that longer. Whoever takes over begins anew, and so errs to the patient
/// side.
final class KnownSince {

    private final SteadyTime time;
    private final Map<String, Long> began = new ConcurrentHashMap<>();

    KnownSince(SteadyTime time) {
        this.time = time;
    }

    /// Zero when it is news.
    Duration of(String orderId) {
        return time.since(began.computeIfAbsent(orderId, _ -> time.nanos()));
    }

    void forget(String orderId) {
        began.remove(orderId);
    }

    /// It is so of these, and of no others.
    void only(Collection<String> orderIds) {
        began.keySet().retainAll(orderIds);
    }
}
