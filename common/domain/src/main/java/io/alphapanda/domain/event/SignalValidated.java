package io.alphapanda.domain.event;

import io.alphapanda.domain.risk.Verdict;
import io.alphapanda.domain.signal.LaneSignal;
import java.util.List;
import java.util.Optional;

/// Risk has approved a signal; the approval is the reservation.
///
/// @param signal   what was approved
/// @param verdicts every rule's
/// @param follows  id of the previous approval of the same strategy and instrument in this lane; it is executed first
public record SignalValidated(LaneSignal signal, List<Verdict> verdicts, Optional<String> follows) {}
