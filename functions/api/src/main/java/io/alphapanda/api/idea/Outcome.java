package io.alphapanda.api.idea;

import io.alphapanda.api.trail.Trail;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Where an idea stands in one lane.
@Schema(description = "Where an idea stands in one lane")
public enum Outcome {
    /// Risk denied it.
    REJECTED,
    /// Approved; the engine has not written an order down yet, or one is still working without a fill.
    OPEN,
    /// Some of it is filled, and more may be.
    PARTLY_FILLED,
    /// All of it is filled.
    FILLED,
    /// Its orders ended with less than what was asked, but not with nothing.
    ENDED_PARTLY_FILLED,
    /// Its orders ended without a fill.
    UNFILLED;

    /// Whether anything of it was executed.
    public boolean hasFills() {
        return this == PARTLY_FILLED || this == FILLED || this == ENDED_PARTLY_FILLED;
    }

    /// Where this trail stands.
    public static Outcome of(Trail trail) {
        if (!trail.decision().approved) {
            return REJECTED;
        }
        var orders = trail.orders().stream().map(each -> each.order()).toList();
        boolean ended = !orders.isEmpty() && orders.stream().allMatch(each -> each.status.isFinal());
        boolean some = orders.stream().anyMatch(each -> each.filledQuantity.signum() > 0);
        boolean all = ended && orders.stream().allMatch(each -> each.filledQuantity.compareTo(each.quantity) >= 0);
        if (all) {
            return FILLED;
        }
        if (some) {
            return ended ? ENDED_PARTLY_FILLED : PARTLY_FILLED;
        }
        return ended ? UNFILLED : OPEN;
    }
}
