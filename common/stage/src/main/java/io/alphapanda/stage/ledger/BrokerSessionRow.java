package io.alphapanda.stage.ledger;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An account's last login at its broker.
@Entity
@Table(name = "broker_sessions")
public class BrokerSessionRow extends PanacheEntityBase {
    @Id
    public String broker;

    public long version;

    @Column(name = "user_id")
    public String userId;

    /// Sealed; empty once the session has ended.
    public byte[] token;

    @Column(name = "opened_at")
    public Instant openedAt;

    @Column(name = "expires_at")
    public Instant expiresAt;

    @Column(name = "ended_at")
    public @Nullable Instant endedAt;

    @Column(name = "ended_why")
    public @Nullable String endedWhy;
}
