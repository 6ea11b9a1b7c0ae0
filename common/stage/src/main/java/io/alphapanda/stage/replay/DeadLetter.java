package io.alphapanda.stage.replay;

import io.alphapanda.stage.door.Attributes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Header;

/// An event that could not be delivered, with what has been added to it on the way taken off again.
///
/// @param origin     told by the topic it lies in
/// @param partition  in which it lies
/// @param offset     at which it lies
/// @param at         when it was written there
/// @param cause      why it is there
/// @param delivered  its place in its own topic, where the source has told it
/// @param stamps     lane and topic as its source had stamped them
/// @param headers    of the record it was: no stamps, no reasons
/// @param attributes the same, as a door reads them
/// @param data       as delivered; empty for none
public record DeadLetter(
        Origin origin,
        int partition,
        long offset,
        Instant at,
        Cause cause,
        Optional<Place> delivered,
        Stamps stamps,
        List<Header> headers,
        Attributes attributes,
        byte[] data) {

    public DeadLetter {
        headers = List.copyOf(headers);
    }

    /// @param reason a stage's `DeadLetterReason`; `HTTP_<status>` or `NO_ANSWER` if its source has given it up
    /// @param detail for people; may be empty
    /// @param by     the stage that refused it, or the address that did not take it
    public record Cause(String reason, String detail, String by) {}

    public record Place(int partition, long offset) {}

    public record Stamps(Optional<String> lane, Optional<String> topic) {}

    /// Its id; empty if it has none.
    public String id() {
        return attributes.values().getOrDefault("id", "");
    }

    /// Its CloudEvents type; empty if it has none.
    public String type() {
        return attributes.values().getOrDefault("type", "");
    }

    /// `paper.signals.raw.dlq 0/17`
    public String place() {
        return origin.deadLetters() + " " + partition + "/" + offset;
    }
}
