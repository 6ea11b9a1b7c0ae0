package io.alphapanda.stage.replay;

import java.util.Optional;

/// Which dead letters are meant.
///
/// @param broker only this lane's; empty for all lanes and what they share
/// @param topic  only those of this topic, named without `.dlq`
/// @param reason only those with this reason
/// @param id     only those of this event
/// @param at     only the one that lies there, in whichever topic
/// @param limit  at most so many, 1 to 100,000
public record Selection(
        Optional<String> broker,
        Optional<String> topic,
        Optional<String> reason,
        Optional<String> id,
        Optional<DeadLetter.Place> at,
        int limit) {

    public static final int MAX_LIMIT = 100_000;

    public Selection {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit " + limit + " must be 1 to " + MAX_LIMIT);
        }
    }

    boolean covers(Origin origin) {
        return topic.map(origin.topic()::equals).orElse(true)
                && broker.map(origin.lane()::equals).orElse(true);
    }

    boolean covers(DeadLetter letter) {
        return reason.map(letter.cause().reason()::equals).orElse(true)
                && id.map(letter.id()::equals).orElse(true)
                && at.map(new DeadLetter.Place(letter.partition(), letter.offset())::equals)
                        .orElse(true);
    }
}
