package io.alphapanda.api.twin;

import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How a strategy's signals on one instrument fared at two accounts.
///
/// @param strategy           whose
/// @param instrument         `VENUE:SYMBOL`
/// @param signals            of the account looked at
/// @param both               executed by both
/// @param missed             executed by the other alone
/// @param extra              executed by the account looked at alone
/// @param neither            executed by none, for good
/// @param pending            still open
/// @param slippageBps        mean of the account looked at, over those both executed; null if there are none
/// @param againstSlippageBps mean of the other, over the same
/// @param worstBps           the largest difference of one signal's slippages
/// @param medianDelayMillis  between the first fills, of those both executed; above zero, it was later than the other
/// @param p95DelayMillis     the delay 95 % of them did not exceed
@Schema(description = "How a strategy's signals on one instrument fared at two accounts")
public record TwinSummaryLine(
        String strategy,
        String instrument,
        long signals,
        long both,
        long missed,
        long extra,
        long neither,
        long pending,

        @Schema(description = "Mean over the signals both executed; null if there are none")
        Optional<BigDecimal> slippageBps,

        @Schema(description = "The other account's mean over the same signals")
        Optional<BigDecimal> againstSlippageBps,

        @Schema(description = "The largest difference of one signal's slippages")
        Optional<BigDecimal> worstBps,

        @Schema(description = "Between the first fills; above zero, the account looked at was later")
        Optional<Long> medianDelayMillis,

        Optional<Long> p95DelayMillis) {}
