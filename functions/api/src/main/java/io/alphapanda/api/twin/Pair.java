package io.alphapanda.api.twin;

import io.alphapanda.api.lane.ActiveBrokers;
import io.alphapanda.api.lane.Lane;
import io.alphapanda.api.problem.ProblemException;
import io.alphapanda.api.problem.ProblemType;
import io.alphapanda.domain.order.Reality;
import java.util.Optional;

/// Two accounts to be compared.
///
/// @param lane    the one looked at
/// @param against the one it is compared with
record Pair(Lane lane, Lane against) {

    /// @param broker  the account looked at
    /// @param against the one it is compared with; the first other one whose executions are paper, if none is named
    static Pair of(ActiveBrokers active, Optional<String> broker, Optional<String> against) {
        var lane = active.lane(broker.orElseThrow(() ->
                bad("broker", "", "name the account to look at: one of " + String.join(", ", active.names()), active)));
        var other = active.lane(against.orElseGet(() -> paper(active, lane)));
        if (other.equals(lane)) {
            throw bad("against", other.broker(), "an account can't be compared with itself", active);
        }
        return new Pair(lane, other);
    }

    private static String paper(ActiveBrokers active, Lane lane) {
        return active.names().stream()
                .filter(name -> !name.equals(lane.broker()))
                .filter(name -> active.lane(name).reality() == Reality.PAPER)
                .findFirst()
                .orElseThrow(
                        () -> bad("against", "", "no other paper account is active; name one to compare with", active));
    }

    private static ProblemException bad(String field, String value, String detail, ActiveBrokers active) {
        return ProblemException.of(ProblemType.BAD_PARAMETER, detail, field, value, active.names());
    }
}
