package io.alphapanda.stage.ledger;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

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
