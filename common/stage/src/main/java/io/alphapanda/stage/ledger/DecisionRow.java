package io.alphapanda.stage.ledger;

import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.risk.DenialCode;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// What risk decided on a signal, with every rule's verdict. An approval is a reservation until an order exists for it.
@Entity
@Table(name = "decisions")
public class DecisionRow extends PanacheEntityBase {
    @Id
    @Column(name = "signal_id")
    public String signalId;

    public String broker;
    public String strategy;
    public String instrument;

    @Enumerated(EnumType.STRING)
    public Side side;

    public BigDecimal quantity;

    @Column(name = "trading_day")
    public LocalDate tradingDay;

    public boolean approved;

    @Enumerated(EnumType.STRING)
    public DenialCode denial;

    @JdbcTypeCode(SqlTypes.JSON)
    public String verdicts;

    public BigDecimal reserved;

    /// The approval's number for its strategy and instrument in this lane; null for a denial.
    public Long sequence;

    @Column(name = "as_of")
    public Instant asOf;

    @Column(name = "recorded_at", insertable = false, updatable = false)
    public Instant recordedAt;
}
