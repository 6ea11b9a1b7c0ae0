package io.alphapanda.api.idea;

import io.alphapanda.api.trail.OrderTrail;
import io.alphapanda.api.trail.OrderTrail.BookedFill;
import io.alphapanda.api.trail.Trail;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How long each step was behind the moment its tick was due, by the clocks of the machines that wrote the steps down.
/// Milliseconds; null for a step that has not happened. Of several fills, the first.
///
/// @param decided risk's decision committed
/// @param ordered order written down
/// @param filled  first fill written down
/// @param booked  first fill booked
@Schema(description = "Milliseconds from the moment the tick was due to each step; null for one that has not happened")
public record Delays(Optional<Long> decided, Optional<Long> ordered, Optional<Long> filled, Optional<Long> booked) {

    /// The delays of one lane.
    public static Delays of(Trail trail) {
        var due = trail.signal().dueAt;
        return new Delays(
                since(due, Stream.of(trail.decision().recordedAt)),
                since(due, trail.orders().stream().map(each -> each.order().recordedAt)),
                since(due, fills(trail).map(each -> each.fill().recordedAt)),
                since(due, fills(trail).flatMap(each -> each.booking().stream()).map(each -> each.bookedAt)));
    }

    private static Stream<BookedFill> fills(Trail trail) {
        return trail.orders().stream().map(OrderTrail::fills).flatMap(List::stream);
    }

    private static Optional<Long> since(Instant due, Stream<Instant> times) {
        return times.min(Comparator.naturalOrder())
                .map(first -> Duration.between(due, first).toMillis());
    }
}
