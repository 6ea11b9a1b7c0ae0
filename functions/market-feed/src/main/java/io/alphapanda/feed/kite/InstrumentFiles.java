package io.alphapanda.feed.kite;

import io.alphapanda.feed.kite.AccessTokens.Access;
import io.smallrye.mutiny.Uni;

/// Fetches an exchange's instruments of the day from Kite.
interface InstrumentFiles {

    /// @param exchange such as `NSE`
    /// @return the file, CSV, packed or not; fails with a [io.alphapanda.kite.failure.KiteException]
    Uni<byte[]> fetch(Access access, String exchange);
}
