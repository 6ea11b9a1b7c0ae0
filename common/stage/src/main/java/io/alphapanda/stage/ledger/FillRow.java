package io.alphapanda.stage.ledger;

import io.alphapanda.domain.money.Side;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

/// One execution.
@Entity
@Table(name = "fills")
public class FillRow extends PanacheEntityBase {
    @Id
    public String id;

    @Column(name = "order_id")
    public String orderId;

    @Column(name = "event_id")
    public String eventId;

    public String broker;
    public String strategy;
    public String instrument;

    @Enumerated(EnumType.STRING)
    public Side side;

    /// Its number for strategy and instrument in this lane, from 1 without gaps: the order in which it is booked.
    public long sequence;

    /// The broker's id of the execution; null for one computed in the house.
    @Column(name = "trade_id")
    public String tradeId;

    public BigDecimal quantity;
    public BigDecimal price;
    public BigDecimal fees;

    @Column(name = "executed_at")
    public Instant executedAt;

    @Column(name = "recorded_at", insertable = false, updatable = false)
    public Instant recordedAt;
}
