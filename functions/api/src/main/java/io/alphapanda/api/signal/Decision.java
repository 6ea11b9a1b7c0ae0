package io.alphapanda.api.signal;

import io.alphapanda.domain.money.Money;
import io.alphapanda.stage.ledger.DecisionRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What risk decided on a signal in one lane.
///
/// @param approved   whether it may become an order
/// @param denial     the code of the rule that stopped it; null for an approval
/// @param verdicts   every rule that was asked, in that order; those behind a denial were not
/// @param reserved   what the approval may take of the cash, in the instrument's currency
/// @param tradingDay whose daily limits it counts for
/// @param asOf       event time it was decided by
/// @param recordedAt when it was committed
@Schema(description = "What risk decided on a signal in one lane")
public record Decision(
        boolean approved,

        @Schema(description = "The code of the rule that stopped it; null for an approval")
        Optional<String> denial,

        @Schema(description = "Every rule that was asked, in that order; those behind a denial were not")
        List<VerdictLine> verdicts,

        Money reserved,
        LocalDate tradingDay,
        Instant asOf,
        Instant recordedAt) {

    /// A decision as it is shown.
    public static Decision of(DecisionRow row) {
        return new Decision(
                row.approved,
                Optional.ofNullable(row.denial),
                Verdicts.read(row.verdicts),
                new Money(row.reserved),
                row.tradingDay,
                row.asOf,
                row.recordedAt);
    }
}
