package io.alphapanda.stage.ledger;

import io.alphapanda.domain.order.FailureCode;
import io.alphapanda.domain.order.OrderStatus;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/// One step in an order's life.
@Entity
@Table(name = "order_transitions")
@IdClass(OrderTransitionRow.Key.class)
public class OrderTransitionRow extends PanacheEntityBase {
    @Id
    @Column(name = "order_id")
    public String orderId;

    @Id
    public int version;

    @Enumerated(EnumType.STRING)
    public OrderStatus status;

    @Enumerated(EnumType.STRING)
    public FailureCode failure;

    @Column(name = "recorded_at", insertable = false, updatable = false)
    public Instant recordedAt;

    /// @param orderId the order
    /// @param version its version after the step
    public record Key(String orderId, int version) implements Serializable {}
}
