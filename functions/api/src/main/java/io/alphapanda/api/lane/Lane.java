package io.alphapanda.api.lane;

import io.alphapanda.domain.order.Reality;

/// What every row says about its broker, so that paper is never taken for live.
///
/// @param broker  the account's name
/// @param kind    what executes its orders
/// @param reality whether its executions have happened
public record Lane(String broker, String kind, Reality reality) {

    /// Whether nobody else saw its fills.
    public boolean simulated() {
        return reality.isSimulated();
    }
}
