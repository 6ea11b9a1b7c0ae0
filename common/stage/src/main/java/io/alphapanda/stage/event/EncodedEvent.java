package io.alphapanda.stage.event;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/// An event ready for the wire; what an outbox keeps.
///
/// @param topic         where to
/// @param partition     only where the sender decides it (tick shards)
/// @param type          CloudEvents type
/// @param id            CloudEvents id
/// @param source        CloudEvents source
/// @param time          CloudEvents time: market time
/// @param partitionKey  record key, and the extension that survives a KafkaSource
/// @param broker        extension on lane events
/// @param correlationId extension on lane events
/// @param causationId   the event it follows from
/// @param traceparent   W3C trace context
/// @param data          JSON
public record EncodedEvent(
        String topic,
        OptionalInt partition,
        String type,
        String id,
        String source,
        Instant time,
        String partitionKey,
        Optional<String> broker,
        Optional<String> correlationId,
        Optional<String> causationId,
        Optional<String> traceparent,
        byte[] data) {}
