package io.alphapanda.api.order;

import io.alphapanda.domain.order.FailureCode;
import io.alphapanda.domain.order.OrderStatus;
import io.alphapanda.stage.ledger.OrderTransitionRow;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One step in an order's life.
///
/// @param version    the order's after the step, from 1
/// @param status     where it stood then
/// @param failure    why it ended unfilled; null if it did not
/// @param recordedAt when the step was committed
@Schema(description = "One step in an order's life")
public record Transition(int version, OrderStatus status, Optional<FailureCode> failure, Instant recordedAt) {

    static Transition of(OrderTransitionRow row) {
        return new Transition(row.version, row.status, Optional.ofNullable(row.failure), row.recordedAt);
    }
}
