package io.alphapanda.domain.order;

import io.alphapanda.domain.instrument.Venues;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What every order must keep to be executed at all, at whatever broker.
public final class Admission {

    /// How far clocks may differ before a signal counts as one of the future.
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private Admission() {}

    /// Why an order can't be executed, and as what it ends.
    ///
    /// @param as   one of the [failures][OrderStatus#isFailure]
    /// @param code the reason
    public record Refusal(OrderStatus as, FailureCode code) {}

    /// @param at market time at which it would be executed
    public static Optional<Refusal> refusal(OrderRequest request, Instant at) {
        var venue = Venues.find(request.instrument());
        if (venue.isEmpty()) {
            return refused(OrderStatus.FAILED, FailureCode.VENUE_UNKNOWN);
        }
        if (request.referenceTime().isAfter(at.plus(TOLERANCE))) {
            return refused(OrderStatus.FAILED, FailureCode.CLOCK_SKEWED);
        }
        if (!at.isBefore(request.expiresAt())) {
            return refused(OrderStatus.EXPIRED, FailureCode.SIGNAL_EXPIRED);
        }
        if (!venue.get().calendar().isOpen(at)) {
            return refused(OrderStatus.FAILED, FailureCode.MARKET_CLOSED);
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refused(OrderStatus as, FailureCode code) {
        return Optional.of(new Refusal(as, code));
    }
}
