package io.alphapanda.api.access;

import io.alphapanda.api.caller.Role;
import java.util.Optional;

/// What a request needs to be let in.
enum Need {
    /// Nothing.
    OPEN,
    /// Nothing, for whoever asks this process directly; through a proxy, VIEWER.
    NEAR,
    VIEWER,
    TRADER,
    ADMIN;

    /// @param throughProxy whether somebody passed the request on
    Optional<Role> role(boolean throughProxy) {
        return switch (this) {
            case OPEN -> Optional.empty();
            case NEAR -> throughProxy ? Optional.of(Role.VIEWER) : Optional.empty();
            case VIEWER -> Optional.of(Role.VIEWER);
            case TRADER -> Optional.of(Role.TRADER);
            case ADMIN -> Optional.of(Role.ADMIN);
        };
    }
}
