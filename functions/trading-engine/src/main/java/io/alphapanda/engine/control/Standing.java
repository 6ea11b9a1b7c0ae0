package io.alphapanda.engine.control;

import io.alphapanda.engine.live.Alarms;
import io.alphapanda.engine.live.TradingStates.Said;
import java.util.List;

/// How a lane stands.
///
/// @param said    of the lane and its strategies, and of every lane; of several the strictest holds
/// @param sending orders whose answer is waited for; an order that comes to be sent after a change is not among them
/// @param unknown orders the broker may have or not: they are looked up, never sent again
/// @param cancelling entries a halt ends that have not ended yet
/// @param alarms  that nobody has resolved
public record Standing(
        List<Said> said,
        List<String> sending,
        List<String> unknown,
        List<String> cancelling,
        List<Alarms.Standing> alarms) {}
