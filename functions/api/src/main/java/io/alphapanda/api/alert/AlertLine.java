package io.alphapanda.api.alert;

import io.alphapanda.api.lane.Lane;
import io.alphapanda.domain.order.Reality;
import io.alphapanda.stage.ledger.AlarmRow;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One alert.
///
/// @param id         grows with every alert
/// @param broker     the account it concerns
/// @param kind       what executes that account's orders now
/// @param reality    PAPER, SIMULATED or LIVE, as the account is now
/// @param simulated  true if nobody else sees its executions
/// @param code       what kind of trouble
/// @param subject    what it is about, such as an order's id
/// @param words      for people
/// @param halted     whether the lane was halted for it
/// @param raisedAt   when
/// @param resolvedAt when a person resolved it, or its cause ended; null while it stands
@Schema(description = "One alert")
public record AlertLine(
        long id,
        String broker,
        String kind,
        Reality reality,
        boolean simulated,
        String code,

        @Schema(description = "What it is about, such as an order's id")
        String subject,

        String words,

        @Schema(description = "Whether the lane was halted for it")
        boolean halted,

        Instant raisedAt,

        @Schema(description = "When a person resolved it, or its cause ended; null while it stands")
        Optional<Instant> resolvedAt) {

    static AlertLine of(Lane lane, AlarmRow row) {
        return new AlertLine(
                row.id,
                row.broker,
                lane.kind(),
                lane.reality(),
                lane.simulated(),
                row.code,
                row.subject,
                row.words,
                row.halted,
                row.raisedAt,
                Optional.ofNullable(row.resolvedAt));
    }
}
