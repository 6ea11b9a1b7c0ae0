package io.alphapanda.stage.ledger;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

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
