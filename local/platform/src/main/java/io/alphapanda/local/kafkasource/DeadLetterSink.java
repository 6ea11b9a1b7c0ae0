package io.alphapanda.local.kafkasource;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// The KafkaSink that stands behind a source's dead letters: 202 when written, 503 when Kafka did not take the record,
/// and no answer at all for a header no HTTP client could have sent it.
final class DeadLetterSink implements Sink, AutoCloseable {
    private static final byte[] EMPTY = {};
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final String topic;
    private final long patienceMs;
    private final KafkaProducer<byte[], byte[]> producer;

    DeadLetterSink(String topic, String bootstrapServers, Duration timeout) {
        this.topic = topic;
        this.patienceMs = Math.max(100, (timeout.compareTo(LONGEST) < 0 ? timeout : LONGEST).toMillis());
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "linger.ms",
                        0,
                        "buffer.memory",
                        8 << 20,
                        "max.request.size",
                        8 << 20,
                        "max.block.ms",
                        patienceMs,
                        "request.timeout.ms",
                        (int) patienceMs,
                        "delivery.timeout.ms",
                        (int) patienceMs),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @Override
    public Answer post(EventRequest event) {
        if (event.headers().values().stream().anyMatch(DeadLetterSink::isIllegal)) {
            return new Answer.None("the dead letter has a value that is illegal in a header", false);
        }
        try {
            producer.send(DeadLetter.record(topic, event)).get(2 * patienceMs, TimeUnit.MILLISECONDS);
            return new Answer.Response(202, EMPTY, Map.of());
        } catch (ExecutionException | TimeoutException | KafkaException _) {
            return new Answer.Response(503, EMPTY, Map.of());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Answer.None("interrupted", false);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }

    private static boolean isIllegal(String value) {
        return value.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 0x7f);
    }
}
