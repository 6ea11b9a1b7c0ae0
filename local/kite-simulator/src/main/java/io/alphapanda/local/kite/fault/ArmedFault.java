package io.alphapanda.local.kite.fault;

import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// A fault that waits for its requests.
public final class ArmedFault {
    static final int UNLIMITED = Integer.MAX_VALUE;

    private final Faults faults;
    private final Fault fault;
    private final Set<Endpoint> endpoints;
    private final Optional<String> userId;
    private final double probability;
    private final Random random;
    private int left;
    private int hits;

    ArmedFault(
            Faults faults,
            Fault fault,
            Set<Endpoint> endpoints,
            Optional<String> userId,
            int left,
            double probability,
            Random random) {
        this.faults = faults;
        this.fault = fault;
        this.endpoints = endpoints;
        this.userId = userId;
        this.left = left;
        this.probability = probability;
        this.random = random;
    }

    public Fault fault() {
        return fault;
    }

    public Set<Endpoint> endpoints() {
        return endpoints;
    }

    /// How many requests it has struck.
    public int hits() {
        synchronized (faults) {
            return hits;
        }
    }

    public void disarm() {
        faults.disarm(this);
    }

    boolean strikes(Endpoint endpoint, Optional<String> user) {
        boolean meant = endpoints.contains(endpoint) && (userId.isEmpty() || userId.equals(user));
        if (!meant || left == 0 || probability < 1 && random.nextDouble() >= probability) {
            return false;
        }
        hits++;
        left = left == UNLIMITED ? UNLIMITED : left - 1;
        return true;
    }

    boolean usedUp() {
        return left == 0;
    }
}
