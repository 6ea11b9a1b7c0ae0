package io.alphapanda.domain.event;

import io.alphapanda.domain.risk.DenialCode;
import io.alphapanda.domain.risk.Verdict;
import io.alphapanda.domain.signal.LaneSignal;
import java.util.List;

/// Risk has denied a signal.
///
/// @param signal   what was denied
/// @param code     the first denial
/// @param verdicts every rule's
public record SignalRejected(LaneSignal signal, DenialCode code, List<Verdict> verdicts) {}
