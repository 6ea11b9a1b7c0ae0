package io.alphapanda.api.alert;

import io.alphapanda.api.lane.Lane;
import io.alphapanda.api.watching.Severity;
import io.alphapanda.domain.order.Reality;
import io.alphapanda.stage.ledger.ToldAlertRow;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One alert.
///
/// @param id             `alarm-7` of the trading-engine, `alert-7` of the watch of the house
/// @param source         ALARM: found while trading. RULE: by the watch of the house
/// @param code           what kind of trouble
/// @param category       EXECUTION, PIPELINE, MARKET, TRADING or SYSTEM
/// @param severity       how urgent it is
/// @param broker         the account it concerns; null: the whole house
/// @param kind           what executes that account's orders now
/// @param reality        PAPER, SIMULATED or LIVE, as the account is now
/// @param simulated      true if nobody else sees its executions
/// @param subject        what it is about, such as an order's id
/// @param words          for people
/// @param halted         whether the lane was halted for it
/// @param raisedAt       when
/// @param acknowledgedAt when a person said that they look at it
/// @param acknowledgedBy who
/// @param resolvedAt     when a person resolved it, or its cause ended; null while it stands
/// @param resolvedBy     who, or that it ended by itself; null where the trading-engine did
@Schema(description = "One alert")
public record AlertLine(
        String id,

        @Schema(enumeration = {"ALARM", "RULE"}) String source,

        String code,
        String category,
        Severity severity,

        @Schema(description = "The account it concerns; null: the whole house")
        Optional<String> broker,

        Optional<String> kind,
        Optional<Reality> reality,
        Optional<Boolean> simulated,

        @Schema(description = "What it is about, such as an order's id")
        String subject,

        String words,

        @Schema(description = "Whether the lane was halted for it")
        boolean halted,

        Instant raisedAt,
        Optional<Instant> acknowledgedAt,
        Optional<String> acknowledgedBy,

        @Schema(description = "When a person resolved it, or its cause ended; null while it stands")
        Optional<Instant> resolvedAt,

        Optional<String> resolvedBy) {

    /// @param lane of its account; empty if it is of the whole house
    static AlertLine of(Optional<Lane> lane, ToldAlertRow row) {
        return new AlertLine(
                row.id,
                row.source,
                row.code,
                row.category,
                Severity.valueOf(row.severity),
                Optional.ofNullable(row.broker),
                lane.map(Lane::kind),
                lane.map(Lane::reality),
                lane.map(Lane::simulated),
                row.subject,
                row.words,
                row.halted,
                row.raisedAt,
                Optional.ofNullable(row.acknowledgedAt),
                Optional.ofNullable(row.acknowledgedBy),
                Optional.ofNullable(row.resolvedAt),
                Optional.ofNullable(row.resolvedBy));
    }
}
