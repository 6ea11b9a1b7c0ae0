package io.alphapanda.api.lane;

import java.util.Set;

/// What every row says about its broker, so that paper is never taken for live.
///
/// @param broker the account's name
/// @param kind   what executes its orders
public record Lane(String broker, String kind) {

    /// The kinds whose fills nobody else sees.
    private static final Set<String> SIMULATED = Set.of("paper");

    public boolean simulated() {
        return SIMULATED.contains(kind);
    }
}
