package io.alphapanda.runner;

import io.alphapanda.domain.signal.LaneSignal;
import java.util.List;

/// What one batch put into the lanes' outboxes.
///
/// @param entries in the order they were put there
record Outboxed(List<Entry> entries) {

    /// One signal in its lane's outbox.
    ///
    /// @param entryId its name in the outbox
    /// @param signal  what is to be sent
    /// @param data    the same as JSON; what is sent again later has these very bytes
    /// @param cause   why
    record Entry(String entryId, LaneSignal signal, byte[] data, Cause cause) {}

    Outboxed {
        entries = List.copyOf(entries);
    }
}
