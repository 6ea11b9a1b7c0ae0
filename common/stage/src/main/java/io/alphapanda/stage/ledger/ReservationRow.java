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

/// What an approval may still take while its order is not final.
@Entity
@Table(name = "reservations")
public class ReservationRow extends PanacheEntityBase {
    @Id
    @Column(name = "signal_id")
    public String signalId;

    public String broker;
    public String strategy;
    public String instrument;

    @Enumerated(EnumType.STRING)
    public Side side;

    public BigDecimal quantity;
    public BigDecimal reserved;
}
