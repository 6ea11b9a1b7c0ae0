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
import org.hibernate.annotations.Immutable;

/// A lane's copy of a signal, written once with the decision on it.
@Entity
@Immutable
@Table(name = "signals")
public class SignalRow extends PanacheEntityBase {
    @Id
    public String id;

    public String broker;

    @Column(name = "correlation_id")
    public String correlationId;

    public String stream;
    public String strategy;

    /// The version of the strategy's definition.
    public long definition;

    public String instrument;

    @Enumerated(EnumType.STRING)
    public Side side;

    public BigDecimal quantity;
    public BigDecimal price;

    @Column(name = "reference_price")
    public BigDecimal referencePrice;

    @Column(name = "reference_time")
    public Instant referenceTime;

    /// Which tick of its instrument's stream it came from.
    @Column(name = "tick_ordinal")
    public long tickOrdinal;

    @Column(name = "expires_at")
    public Instant expiresAt;

    @Column(name = "due_at")
    public Instant dueAt;

    /// The strategy's own words.
    public String reason;

    /// The strategy's signal before it on this instrument; null for the first.
    public String follows;

    @Column(name = "recorded_at")
    public Instant recordedAt;
}
