package io.alphapanda.api.caller;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.UUID;

/// Who asks.
///
/// @param name    of the user; of nobody in particular while nobody has said who they are
/// @param role    empty while nobody has said who they are
/// @param client  the address the request came from, behind configured proxies the real one
/// @param session the login; empty in local mode, where there is none
public record Caller(String name, Optional<Role> role, String client, Optional<UUID> session) {

    private static final String KEY = "panda.caller";

    /// Nobody has said who they are.
    public static Caller unknown(String client) {
        return new Caller("nobody", Optional.empty(), client, Optional.empty());
    }

    /// Whoever sits at this machine, in local mode.
    public static Caller local(String client) {
        return new Caller("local", Optional.of(Role.ADMIN), client, Optional.empty());
    }

    /// Who asks in this request.
    ///
    /// @throws IllegalStateException if it did not come through the front door
    public static Caller of(RoutingContext http) {
        if (http.get(KEY) instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("a request without a caller: it did not come through the front door");
    }

    /// Notes it for everybody behind the front door.
    public void attach(RoutingContext http) {
        http.put(KEY, this);
    }

    /// Whether they may do what needs that role.
    public boolean reaches(Role needed) {
        return role.filter(own -> own.reaches(needed)).isPresent();
    }
}
