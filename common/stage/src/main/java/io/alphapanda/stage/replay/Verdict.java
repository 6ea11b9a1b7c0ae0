package io.alphapanda.stage.replay;

import io.alphapanda.stage.door.DeadLetterReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What can be done with a dead letter.
public sealed interface Verdict {

    /// It can be published again.
    ///
    /// @param partition only where the sender decides it (tick shards)
    /// @param key       the record's key
    /// @param replayed  when that was done already
    /// @param notes     what will come of it, as far as it can be told
    record Replayable(OptionalInt partition, String key, Optional<Instant> replayed, List<String> notes)
            implements Verdict {

        public Replayable {
            notes = List.copyOf(notes);
        }
    }

    /// The door would refuse it again.
    record Refused(DeadLetterReason reason, String detail) implements Verdict {}
}
