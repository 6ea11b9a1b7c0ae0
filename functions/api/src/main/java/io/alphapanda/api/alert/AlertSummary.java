package io.alphapanda.api.alert;

import io.alphapanda.domain.order.Reality;
import java.util.List;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Alerts that stand, counted.
///
/// @param house   those of no single account
/// @param brokers every active account, in alphabetical order
@Schema(description = "Alerts that stand, counted")
public record AlertSummary(Count house, List<Account> brokers) {

    /// @param standing how many stand
    /// @param codes    how many of each code
    @Schema(name = "AlertCount", description = "Alerts that stand, counted by code")
    public record Count(long standing, SortedMap<String, Long> codes) {}

    /// @param broker   the account
    /// @param reality  PAPER, SIMULATED or LIVE
    /// @param standing how many stand
    /// @param codes    how many of each code
    @Schema(description = "One account's alerts that stand, counted")
    public record Account(String broker, Reality reality, long standing, SortedMap<String, Long> codes) {}
}
