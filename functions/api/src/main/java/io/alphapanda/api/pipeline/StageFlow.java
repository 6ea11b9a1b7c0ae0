package io.alphapanda.api.pipeline;

import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What one stage did for one lane.
///
/// @param stage          its name
/// @param what           what is counted
/// @param count          how many in the time asked for
/// @param lastAt         the newest of them; null if there are none
/// @param medianMillis   from the moment its tick was due until it was written down; null if there are none
/// @param p95Millis      the delay 95 % of them did not exceed
/// @param unsent         events it has decided on and not yet handed to Kafka, at this moment
/// @param oldestUnsentAt when the oldest of those was decided; null if there are none
/// @param unread         records it has not read yet, as Kafka's watcher saw them; null if nobody has
@Schema(description = "What one stage did for one lane")
public record StageFlow(
        String stage,

        @Schema(
                description = "What is counted",
                enumeration = {"decisions", "fills", "bookings"})
        String what,

        long count,
        Optional<Instant> lastAt,

        @Schema(description = "Milliseconds from the moment its tick was due; null if there are none")
        Optional<Long> medianMillis,

        @Schema(description = "Milliseconds 95 % of them did not exceed")
        Optional<Long> p95Millis,

        @Schema(description = "Events it has decided on and not yet handed to Kafka, at this moment")
        long unsent,

        Optional<Instant> oldestUnsentAt,

        @Schema(description = "Records it has not read yet, as Kafka's watcher saw them; null if nobody has")
        Optional<Long> unread) {}
