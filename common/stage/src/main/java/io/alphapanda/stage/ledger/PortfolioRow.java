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

/// The cash of one strategy at one broker.
@Entity
@Table(name = "portfolios")
@IdClass(PortfolioRow.Key.class)
public class PortfolioRow extends PanacheEntityBase {
    @Id
    public String broker;

    @Id
    public String strategy;

    @Column(name = "starting_cash")
    public BigDecimal startingCash;

    public BigDecimal cash;

    @Column(name = "realized_pnl")
    public BigDecimal realizedPnl;

    public BigDecimal fees;

    /// Counts bookings.
    public long version;

    /// The version Redis shows at least.
    public long viewed;

    @Column(name = "changed_at", insertable = false)
    public Instant changedAt;

    /// @param broker   the lane
    /// @param strategy whose
    public record Key(String broker, String strategy) implements Serializable {}
}
