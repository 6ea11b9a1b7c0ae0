package io.alphapanda.api.pipeline;

import io.alphapanda.domain.order.Reality;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One lane's flow.
///
/// @param broker    the account
/// @param kind      what executes its orders now
/// @param reality   PAPER, SIMULATED or LIVE, as it is now
/// @param simulated true if nobody else sees its executions
/// @param approved  signals risk approved
/// @param denied    signals risk denied
/// @param orders    orders written down, by the status they have now
/// @param deadLetters of its topics, those that were not replayed; null if nobody has looked at Kafka
/// @param stages    in the order in which events pass them
@Schema(description = "One lane's flow")
public record LaneFlow(
        String broker,
        String kind,
        Reality reality,
        boolean simulated,
        long approved,
        long denied,

        @Schema(description = "Orders written down, by the status they have now")
        SortedMap<String, Long> orders,

        @Schema(description = "Dead letters of its topics that were not replayed; null if nobody has looked at Kafka")
        Optional<Long> deadLetters,

        List<StageFlow> stages) {}
