package io.alphapanda.stage.ledger;

import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.order.FailureCode;
import io.alphapanda.domain.order.OrderStatus;
import io.alphapanda.domain.order.Reality;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

/// An order as it stands; its history is in [OrderTransitionRow].
@Entity
@Table(name = "orders")
public class OrderRow extends PanacheEntityBase {
    @Id
    public String id;

    @Column(name = "signal_id")
    public String signalId;

    @Column(name = "correlation_id")
    public String correlationId;

    public String broker;

    /// The broker's kind when the order was written down, so that paper is never shown as live later on.
    public String kind;

    /// Whether what becomes of it is real, as it was when the order was written down.
    @Enumerated(EnumType.STRING)
    public Reality reality;

    public String strategy;
    public String instrument;

    @Enumerated(EnumType.STRING)
    public Side side;

    public BigDecimal quantity;

    @Column(name = "reference_price")
    public BigDecimal referencePrice;

    @Column(name = "reference_time")
    public Instant referenceTime;

    @Column(name = "expires_at")
    public Instant expiresAt;

    @Column(name = "due_at")
    public Instant dueAt;

    @Enumerated(EnumType.STRING)
    public OrderStatus status;

    /// True while the instrument has had no price yet.
    @Column(name = "waits_for_price")
    public boolean waitsForPrice;

    public int version;

    @Column(name = "filled_quantity")
    public BigDecimal filledQuantity;

    @Column(name = "filled_value")
    public BigDecimal filledValue;

    @Enumerated(EnumType.STRING)
    public FailureCode failure;

    @Column(name = "recorded_at", insertable = false, updatable = false)
    public Instant recordedAt;

    @Column(name = "changed_at", insertable = false)
    public Instant changedAt;
}
