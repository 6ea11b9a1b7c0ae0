package io.alphapanda.stage.ledger;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;

/// One strategy's holding of one instrument at one broker.
@Entity
@Table(name = "positions")
@IdClass(PositionRow.Key.class)
public class PositionRow extends PanacheEntityBase {
    @Id
    public String broker;

    @Id
    public String strategy;

    @Id
    public String instrument;

    public BigDecimal quantity;
    public BigDecimal cost;

    @Column(name = "realized_pnl")
    public BigDecimal realizedPnl;

    public BigDecimal fees;

    /// The last fill booked into it.
    public long sequence;

    @Column(name = "changed_at", insertable = false)
    public Instant changedAt;

    /// @param broker     the lane
    /// @param strategy   whose
    /// @param instrument what
    public record Key(String broker, String strategy, String instrument) implements Serializable {}
}
