package io.alphapanda.api.letters;

import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One dead-letter topic.
///
/// @param topic    its name
/// @param of       the topic whose events lie in it
/// @param broker   whose lane that is; null for ticks and control events
/// @param letters  how many lie in it
/// @param replayed how many of those were published again
/// @param open     how many were not
/// @param newestAt when the newest was written; null if there is none
@Schema(description = "One dead-letter topic")
public record LetterLine(
        String topic,
        String of,
        Optional<String> broker,
        long letters,
        long replayed,
        long open,
        Optional<Instant> newestAt) {}
