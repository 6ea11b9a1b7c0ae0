package io.alphapanda.local.kite.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// The switchboard. Nothing is armed at the start.
///
/// ```java
/// faults.arm(new Fault.AcceptThenHang()).next(1);
/// faults.arm(new Fault.DropUpdate()).at(Endpoint.POSTBACK).forUser("AB1234").withProbability(0.3, 42);
/// faults.arm(new Fault.RefuseTicker()).always();     // until disarmed
/// ```
///
/// A request is struck by at most one fault of each kind, the one armed first.
public final class Faults {
    private final List<ArmedFault> armed = new ArrayList<>();

    /// Begins to arm a fault; one of the builder's last three calls arms it.
    public Arming arm(Fault fault) {
        return new Arming(fault, fault.strikes(), Optional.empty());
    }

    /// Takes back everything that is armed.
    public synchronized void clear() {
        armed.clear();
    }

    /// What is armed, oldest first, used-up ones left out.
    public synchronized List<ArmedFault> armed() {
        return List.copyOf(armed);
    }

    /// What strikes there now, for that user; each one counts as a hit.
    public synchronized Struck strike(Endpoint endpoint, Optional<String> userId) {
        List<Fault> struck = new ArrayList<>();
        for (ArmedFault candidate : List.copyOf(armed)) {
            boolean repeated = struck.stream()
                    .anyMatch(fault -> fault.getClass() == candidate.fault().getClass());
            if (!repeated && candidate.strikes(endpoint, userId)) {
                struck.add(candidate.fault());
            }
        }
        armed.removeIf(ArmedFault::usedUp);
        return new Struck(List.copyOf(struck));
    }

    synchronized void disarm(ArmedFault fault) {
        armed.remove(fault);
    }

    private synchronized ArmedFault add(ArmedFault fault) {
        armed.add(fault);
        return fault;
    }

    /// Says where a fault strikes, then how often.
    public final class Arming {
        private final Fault fault;
        private final Set<Endpoint> endpoints;
        private final Optional<String> userId;

        private Arming(Fault fault, Set<Endpoint> endpoints, Optional<String> userId) {
            this.fault = fault;
            this.endpoints = endpoints;
            this.userId = userId;
        }

        /// Only there.
        public Arming at(Endpoint... only) {
            return new Arming(fault, Set.of(only), userId);
        }

        /// Only for that account.
        public Arming forUser(String only) {
            return new Arming(fault, endpoints, Optional.of(only));
        }

        /// The next so many requests.
        public ArmedFault next(int requests) {
            Checks.positive("next", requests);
            return add(new ArmedFault(Faults.this, fault, endpoints, userId, requests, 1, new Random(0)));
        }

        /// Each request with that probability, until disarmed; the seed makes a run repeatable.
        public ArmedFault withProbability(double probability, long seed) {
            if (!(probability > 0 && probability <= 1)) {
                throw new IllegalArgumentException("fault probability must be above 0 to 1 but is " + probability);
            }
            Random random = new Random(seed);
            return add(
                    new ArmedFault(Faults.this, fault, endpoints, userId, ArmedFault.UNLIMITED, probability, random));
        }

        /// Every request, until disarmed.
        public ArmedFault always() {
            return add(new ArmedFault(Faults.this, fault, endpoints, userId, ArmedFault.UNLIMITED, 1, new Random(0)));
        }
    }
}
