package io.alphapanda.local.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a run was asked to do, validated.
///
/// @param brokers  the lanes
/// @param ticks    what is played
/// @param speed    `1x`, `60x` or `max`
/// @param stream   the stream's name
/// @param isolated an arm of processes for each broker
/// @param door     of the lane stages; the strategy-runner has the function door only
/// @param untilEnd end when everything played has been booked
/// @param report   where to write the report
/// @param apiPort  where the API listens
record RunOptions(
        List<String> brokers,
        Ticks ticks,
        String speed,
        String stream,
        boolean isolated,
        Door door,
        boolean untilEnd,
        Optional<Path> report,
        int apiPort) {}
