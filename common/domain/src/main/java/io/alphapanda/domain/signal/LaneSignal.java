package io.alphapanda.domain.signal;

import java.util.Optional;

/// One broker's copy of a signal.
///
/// @param id      derived from the signal and the broker; the id of the event that carries it
/// @param broker  whose lane
/// @param signal  the wish itself
/// @param follows the id of the same strategy's previous copy on this instrument in this lane; it must have been
///                decided before this one. Empty for the first
public record LaneSignal(String id, Broker broker, Signal signal, Optional<String> follows) {}
