package io.alphapanda.api.health;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How this service is.
///
/// @param status   UP if everything below is, else DOWN
/// @param database whether the ledger answers
/// @param redis    whether the views answer
@Schema(description = "How this service is")
public record Health(State status, State database, State redis) {

    /// Whether something answers.
    public enum State {
        UP,
        DOWN
    }

    static Health of(State database, State redis) {
        return new Health(database == State.UP && redis == State.UP ? State.UP : State.DOWN, database, redis);
    }
}
