package io.alphapanda.stage.ledger;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/// What is known of an order at its live broker, beside its [OrderRow].
@Entity
@Table(name = "placements")
public class PlacementRow extends PanacheEntityBase {
    @Id
    @Column(name = "order_id")
    public String orderId;

    public String broker;

    /// The order in which the lane's orders were written down.
    @Column(insertable = false, updatable = false)
    public Long sequence;

    /// By which the broker's book knows it.
    public String tag;

    /// Whether it only made the position smaller when it was written down.
    public boolean exits;

    /// Not written to the broker after this; null while nobody has won the right to send it.
    @Column(name = "send_by")
    public Instant sendBy;

    /// The day whose book it is in, in the broker's time zone.
    @Column(name = "book_day")
    public LocalDate bookDay;

    @Column(name = "broker_order_id")
    public String brokerOrderId;

    /// Successful look-ups that did not find it.
    public int silence;

    /// The broker's last remark, for people.
    public String words;

    /// When its end was believed; null while it is followed.
    @Column(name = "settled_at")
    public Instant settledAt;

    @Column(name = "recorded_at", insertable = false, updatable = false)
    public Instant recordedAt;

    @Column(name = "changed_at", insertable = false)
    public Instant changedAt;
}
