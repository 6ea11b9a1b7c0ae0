package io.alphapanda.stage.ledger;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/// What a person must be told of a lane; told once for as long as its cause lasts.
@Entity
@Immutable
@Table(name = "alarms")
public class AlarmRow extends PanacheEntityBase {
    @Id
    public long id;

    public String broker;
    public String code;

    /// What it is about: an order's id, an account.
    public String subject;

    /// For people; never a secret.
    public String words;

    /// Whether the lane was halted for it.
    public boolean halted;

    @Column(name = "raised_at")
    public Instant raisedAt;

    @Column(name = "resolved_at")
    public Instant resolvedAt;
}
