package io.alphapanda.api.explain;

import io.alphapanda.api.idea.Execution;
import io.alphapanda.api.lane.Lane;
import io.alphapanda.api.order.OrderLife;
import io.alphapanda.api.signal.Decision;
import io.alphapanda.api.trail.Trail;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What became of an idea in one lane, step by step.
///
/// @param signalId   the lane's copy of the signal
/// @param recordedAt when the lane wrote it down
/// @param decision   risk's, with every rule's verdict
/// @param orders     with their steps, fills and bookings
/// @param execution  the same in figures
@Schema(description = "What became of an idea in one lane, step by step")
public record LaneStory(
        String signalId, Instant recordedAt, Decision decision, List<OrderLife> orders, Execution execution) {

    static LaneStory of(Lane lane, Trail trail) {
        return new LaneStory(
                trail.signal().id,
                trail.signal().recordedAt,
                Decision.of(trail.decision()),
                trail.orders().stream().map(OrderLife::of).toList(),
                Execution.of(lane, trail));
    }
}
