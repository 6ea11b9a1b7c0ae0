package io.alphapanda.stage.ledger;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// A strategy's definition as JSON, versioned over the whole house.
@Entity
@Table(name = "strategies")
public class StrategyRow extends PanacheEntityBase {
    @Id
    public String id;

    public long version;

    @JdbcTypeCode(SqlTypes.JSON)
    public String definition;

    /// Where it came from: a file's name, or who changed it.
    public String source;

    @Column(name = "changed_at", insertable = false, updatable = false)
    public Instant changedAt;
}
