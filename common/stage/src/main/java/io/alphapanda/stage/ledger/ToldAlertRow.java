package io.alphapanda.stage.ledger;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/// What a person must be told, whoever found it: an alarm of the trading-engine, or an alert of the watch of the house.
@Entity
@Immutable
@Table(name = "told_alerts")
public class ToldAlertRow extends PanacheEntityBase {
    @Id
    public String id;

    /// Grows with every alert of a source.
    public long ordinal;

    /// `ALARM` or `RULE`.
    public String source;

    public String code;
    public String category;
    public String severity;

    /// Null: of the whole house.
    public String broker;

    public String subject;
    public String words;

    /// Whether its lane was halted for it.
    public boolean halted;

    @Column(name = "raised_at")
    public Instant raisedAt;

    @Column(name = "resolved_at")
    public Instant resolvedAt;

    @Column(name = "resolved_by")
    public String resolvedBy;

    @Column(name = "acknowledged_at")
    public Instant acknowledgedAt;

    @Column(name = "acknowledged_by")
    public String acknowledgedBy;
}
