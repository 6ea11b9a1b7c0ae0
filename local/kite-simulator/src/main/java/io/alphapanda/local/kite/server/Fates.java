package io.alphapanda.local.kite.server;

import io.alphapanda.local.kite.exchange.OrderFate;
import io.alphapanda.local.kite.fault.Fault;
import io.alphapanda.local.kite.fault.Struck;

/// What the faults that struck a new order mean for it.
final class Fates {
    private Fates() {}

    static OrderFate of(Struck struck) {
        OrderFate fate = OrderFate.ORDINARY;
        for (Fault fault : struck.faults()) {
            fate = switch (fault) {
                case Fault.TimedOutButPlaced late -> fate.withPlacedAfter(late.later());
                case Fault.AppearLate late -> fate.withHiddenFor(late.hidden());
                case Fault.RejectInBook reject -> fate.withRejection(reject.reason());
                case Fault.RefusalsAs refusals -> fate.withRefusalAs(refusals.form());
                case Fault.FillAtMost most -> fate.withFillAtMost(most.quantity());
                case Fault.FillBeforeReply _ -> fate.withFillAtOnce();
                case Fault.FillBeyond beyond -> fate.withBeyond(beyond.quantity(), beyond.after());
                case Fault.ShowStatus shown -> fate.withShownStatus(shown.status());
                case Fault.AutosliceAnswer answer -> fate.withFailedSlices(answer.failedSlices());
                case Fault.OnCalls _,
                        Fault.OnWrites _,
                        Fault.OnUpdates _,
                        Fault.OnTicker _,
                        Fault.RefuseBeforeBook _,
                        Fault.FillBeforeCancel _,
                        Fault.LeaveOutQuotes _,
                        Fault.UnknownPacket _ -> fate;
            };
        }
        return fate;
    }
}
