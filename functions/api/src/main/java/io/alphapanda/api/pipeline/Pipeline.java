package io.alphapanda.api.pipeline;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The pipeline's flow over a time.
///
/// @param from  what was written down from then on
/// @param to    and before then
/// @param lanes every active account, in alphabetical order; never to be summed
@Schema(description = "The pipeline's flow over a time, lane by lane")
public record Pipeline(Instant from, Instant to, List<LaneFlow> lanes) {}
