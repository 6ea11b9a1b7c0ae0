package io.alphapanda.api.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The pipeline's flow over a time.
///
/// @param from            what was written down from then on
/// @param to              and before then
/// @param kafkaSeenAt     when Kafka was last looked at, for what is unread and dead letters; null if nobody has
/// @param kafkaAgeSeconds how long ago that is
/// @param feeds           every feed that ever said how it is
/// @param lanes           every active account, in alphabetical order; never to be summed
@Schema(description = "The pipeline's flow over a time, lane by lane")
public record Pipeline(
        Instant from,
        Instant to,

        @Schema(description = "When Kafka was last looked at, for what is unread and dead letters; null if nobody has")
        Optional<Instant> kafkaSeenAt,

        Optional<Long> kafkaAgeSeconds,
        List<FeedFlow> feeds,
        List<LaneFlow> lanes) {}
