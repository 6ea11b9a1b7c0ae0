package io.alphapanda.api.log;

import java.time.Instant;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What has been logged over a time, counted.
///
/// @param from     what was logged from then on
/// @param to       and before then
/// @param lines    counted
/// @param complete false if there are more, older ones than are counted for one answer
/// @param channels lines by channel and level; without those that have none
/// @param rooms    lines by room and level
@Schema(description = "What has been logged over a time, counted by level")
public record LogStatistics(
        Instant from,
        Instant to,
        long lines,

        @Schema(description = "False if there are more, older lines than are counted for one answer")
        boolean complete,

        SortedMap<String, SortedMap<String, Long>> channels,
        SortedMap<String, SortedMap<String, Long>> rooms) {}
