package io.alphapanda.stage.ledger;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.order.OrderStatus;
import io.alphapanda.domain.order.FailureCode;
import io.alphapanda.domain.risk.DenialCode;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// What booking a fill did, and when.
@Entity
@Table(name = "bookings")
public class BookingRow extends PanacheEntityBase {
    @Id
    @Column(name = "fill_id")
    public String fillId;

    public String broker;
    public String strategy;
    public String instrument;
    public long sequence;

    @Column(name = "cash_change")
    public BigDecimal cashChange;

    public BigDecimal realized;

    @Column(name = "due_at")
    public Instant dueAt;

    @Column(name = "booked_at", insertable = false, updatable = false)
    public Instant bookedAt;
}
