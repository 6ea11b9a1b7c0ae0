package io.alphapanda.api.twin;

import io.alphapanda.api.idea.Outcome;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Which of two lanes executed an idea.
@Schema(description = "Which of two lanes executed an idea")
public enum Legs {
    /// Both did.
    BOTH,
    /// The lane looked at did not, the one it is compared with did.
    MISSED,
    /// Only the lane looked at did.
    EXTRA,
    /// Neither did, and neither will.
    NEITHER,
    /// The lane looked at may still execute it, or neither has and the other may.
    PENDING;

    /// @param lane    the lane looked at
    /// @param against the lane it is compared with; empty if it never had the signal
    static Legs of(Outcome lane, Optional<Outcome> against) {
        boolean here = lane.hasFills();
        boolean there = against.map(Outcome::hasFills).orElse(false);
        if (here) {
            return there ? BOTH : EXTRA;
        }
        boolean open =
                lane == Outcome.OPEN || against.filter(Outcome.OPEN::equals).isPresent();
        if (there) {
            return lane == Outcome.OPEN ? PENDING : MISSED;
        }
        return open ? PENDING : NEITHER;
    }
}
