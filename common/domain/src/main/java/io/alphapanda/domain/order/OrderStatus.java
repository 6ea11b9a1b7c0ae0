package io.alphapanda.domain.order;

import java.util.EnumSet;
import java.util.Set;

/// Where an order stands.
///
/// ```
/// INTENDED ──▶ SENDING ──▶ SUBMITTED ──▶ PARTIALLY_FILLED ──▶ FILLED
///     │           │  ▲          │               │
///     │           ▼  │          ▼               ▼
///     │        UNKNOWN          CANCELLED | REJECTED | EXPIRED | FAILED
///     └─▶ (a paper account fills or fails in the same step)
/// ```
public enum OrderStatus {
    /// Written down; nothing has left the house. Also while the instrument has no price yet.
    INTENDED,
    /// One sender has won the right to send it; it may or may not have reached the broker.
    SENDING,
    /// The broker's answer left it unknown; it is looked up, never sent again.
    UNKNOWN,
    /// The broker has it.
    SUBMITTED,
    PARTIALLY_FILLED,
    /// Wholly. It stays so if its broker fills it beyond what was asked: that is one more fill, and a higher version.
    FILLED,
    CANCELLED,
    /// The broker refused it.
    REJECTED,
    EXPIRED,
    /// We could not place it.
    FAILED;

    /// Whether nothing more can happen to it by right.
    public boolean isFinal() {
        return next().isEmpty();
    }

    /// Whether it ended without being filled wholly.
    public boolean isFailure() {
        return this == CANCELLED || this == REJECTED || this == EXPIRED || this == FAILED;
    }

    public boolean mayBecome(OrderStatus next) {
        return next().contains(next);
    }

    private Set<OrderStatus> next() {
        return switch (this) {
            case INTENDED -> EnumSet.of(SENDING, PARTIALLY_FILLED, FILLED, CANCELLED, EXPIRED, FAILED);
            case SENDING -> EnumSet.of(UNKNOWN, SUBMITTED, PARTIALLY_FILLED, FILLED, CANCELLED, REJECTED, FAILED);
            case UNKNOWN -> EnumSet.of(SUBMITTED, PARTIALLY_FILLED, FILLED, CANCELLED, REJECTED, EXPIRED, FAILED);
            case SUBMITTED, PARTIALLY_FILLED -> EnumSet.of(PARTIALLY_FILLED, FILLED, CANCELLED, REJECTED, EXPIRED);
            case FILLED, CANCELLED, REJECTED, EXPIRED, FAILED -> EnumSet.noneOf(OrderStatus.class);
        };
    }
}
