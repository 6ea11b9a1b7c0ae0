package io.alphapanda.engine.zerodha.update;

import io.alphapanda.kite.Secret;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/// Which login the ticker can be reached with.
interface Logins {

    /// @param version which login of the account it is; a newer one has another
    /// @param address of the ticker, with its token
    record Login(long version, Secret address) {}

    /// Who is logged in. Asks the ledger, never the broker.
    Uni<Optional<Login>> current();

    /// The ticker has refused a login. Asks the broker, once, whether its token is dead, and ends the session if it is.
    ///
    /// @return whether the session is over; fails if that can't be known or written down now
    Uni<Boolean> refused(long version);
}
