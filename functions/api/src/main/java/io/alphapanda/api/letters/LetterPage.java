package io.alphapanda.api.letters;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// @param seenAt     when Kafka was looked at; null if nobody has
/// @param ageSeconds how long ago that is
/// @param letters    all that lie there
/// @param open       those that were not replayed
/// @param topics     every dead-letter topic of the active accounts, and the shared ones; those with open letters first
@Schema(description = "Dead letters by topic, as Kafka's watcher saw them")
public record LetterPage(
        Optional<Instant> seenAt, Optional<Long> ageSeconds, long letters, long open, List<LetterLine> topics) {}
