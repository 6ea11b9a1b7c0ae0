package io.alphapanda.stage.ledger;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// What risk decided on a lane's signal, and why.
@Entity
@Immutable
@Table(name = "decisions")
public class DecisionRow extends PanacheEntityBase {
    @Id
    @Column(name = "signal_id")
    public String signalId;

    public String broker;

    @Column(name = "trading_day")
    public LocalDate tradingDay;

    public boolean approved;

    /// The code of the first denial; null for an approval.
    public String denial;

    /// `{"verdicts": [{"rule", "denial", "numbers"}]}`, in the order the rules ran.
    @JdbcTypeCode(SqlTypes.JSON)
    public String verdicts;

    /// What the approval may take of the cash, in the instrument's currency.
    public BigDecimal reserved;

    /// An approval's number for its strategy and instrument in the lane; null for a denial.
    public Long sequence;

    /// The event's time it was decided by.
    @Column(name = "as_of")
    public Instant asOf;

    @Column(name = "recorded_at")
    public Instant recordedAt;
}
