package io.alphapanda.api.twin;

import io.alphapanda.api.idea.Execution;
import io.alphapanda.domain.money.SignedQuantity;
import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How one lane's execution differs from another's: this lane's figure less the other's.
///
/// @param legs           which of the two executed it
/// @param filledQuantity units
/// @param slippageBps    basis points of the reference price; above zero, this lane was dearer; null unless both did
/// @param delayMillis    milliseconds between the first fills; above zero, this lane was later; null unless both did
@Schema(description = "This lane's figure less the other's")
public record Difference(
        Legs legs,
        SignedQuantity filledQuantity,

        @Schema(description = "Above zero, this lane was dearer; null unless both executed")
        Optional<BigDecimal> slippageBps,

        @Schema(description = "Between the first fills; above zero, this lane was later; null unless both executed")
        Optional<Long> delayMillis) {

    /// @param against empty if the other lane never had the signal
    static Difference of(Execution lane, Optional<Execution> against) {
        var there = against.map(each -> each.filledQuantity().value()).orElse(BigDecimal.ZERO);
        return new Difference(
                Legs.of(lane.outcome(), against.map(Execution::outcome)),
                new SignedQuantity(lane.filledQuantity().value().subtract(there)),
                lane.slippageBps()
                        .flatMap(here -> against.flatMap(Execution::slippageBps).map(here::subtract)),
                lane.delays().filled().flatMap(here -> against.flatMap(
                                each -> each.delays().filled())
                        .map(other -> here - other)));
    }
}
