package io.alphapanda.stage.watch;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Optional;

/// How a feed is getting on, as it says itself.
///
/// @param assetClass    whose ticks it publishes
/// @param at            when it said so
/// @param source        `recorded`, `simulated`, `kite` and so on
/// @param live          whether the ticks come from a market that is open now
/// @param stream        their stream
/// @param state         `running`, `paused`, `ended`, `failed`, `waiting-for-lease`
/// @param trouble       what is in the way, for people
/// @param ticks         published by this process
/// @param lastBatchAt   when its newest batch was acknowledged, by the wall's clock
/// @param lastEventTime market time of its newest tick
@RegisterForReflection
public record FeedView(
        String assetClass,
        Instant at,
        String source,
        boolean live,
        String stream,
        String state,
        Optional<String> trouble,
        long ticks,
        Optional<Instant> lastBatchAt,
        Optional<Instant> lastEventTime) {}
