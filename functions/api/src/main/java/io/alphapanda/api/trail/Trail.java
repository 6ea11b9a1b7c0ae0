package io.alphapanda.api.trail;

import io.alphapanda.stage.ledger.DecisionRow;
import io.alphapanda.stage.ledger.SignalRow;
import java.util.List;

/// What became of a signal in one lane.
///
/// @param signal   the lane's copy
/// @param decision risk's, written with the copy
/// @param orders   by id, one a leg; none where it was denied, or the engine has not had it yet
public record Trail(SignalRow signal, DecisionRow decision, List<OrderTrail> orders) {}
