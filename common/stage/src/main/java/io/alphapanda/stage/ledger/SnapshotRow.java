package io.alphapanda.stage.ledger;

import io.alphapanda.domain.event.PnlSnapshot.Pricing;
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

/// What a portfolio was worth at one moment, for reading.
@Entity
@Table(name = "snapshots")
public class SnapshotRow extends PanacheEntityBase {
    @Id
    public String id;

    public String broker;
    public String strategy;

    @Enumerated(EnumType.STRING)
    public Reality reality;

    /// By the wall's clock.
    @Column(name = "taken_at")
    public Instant takenAt;

    /// Market time.
    @Column(name = "as_of")
    public Instant asOf;

    /// The portfolio's bookings it shows.
    public long version;

    @Column(name = "starting_cash")
    public BigDecimal startingCash;

    public BigDecimal cash;

    @Column(name = "realized_pnl")
    public BigDecimal realizedPnl;

    public BigDecimal fees;

    /// Null where a price is missing or currencies would mix, and so is `equity`.
    @Column(name = "unrealized_pnl")
    public BigDecimal unrealizedPnl;

    public BigDecimal equity;

    @Enumerated(EnumType.STRING)
    public Pricing pricing;

    public int positions;

    /// Of the oldest price that went in; null if none did.
    @Column(name = "price_at")
    public Instant priceAt;

    /// Seconds from then to `asOf`.
    @Column(name = "price_age")
    public Long priceAge;
}
