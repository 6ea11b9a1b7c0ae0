package io.alphapanda.stage.ledger;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.order.OrderStatus;
import io.alphapanda.domain.order.FailureCode;
import io.alphapanda.domain.risk.DenialCode;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// An event that a stage has decided to send. It stays as the record of what was sent.
@Entity
@Table(name = "outbox")
public class OutboxRow extends PanacheEntityBase {
    @Id
    @jakarta.persistence.GeneratedValue(strategy = jakarta.persistence.GenerationType.IDENTITY)
    public Long id;

    public String stage;
    public String broker;

    @Column(name = "cause_id")
    public String causeId;

    @Column(name = "event_id")
    public String eventId;

    public String topic;
    public String type;

    @Column(name = "partition_key")
    public String partitionKey;

    @Column(name = "correlation_id")
    public String correlationId;

    public String traceparent;

    @Column(name = "event_time")
    public Instant eventTime;

    public byte[] data;

    @Column(name = "created_at", insertable = false, updatable = false)
    public Instant createdAt;

    @Column(name = "sent_at", insertable = false)
    public Instant sentAt;
}
