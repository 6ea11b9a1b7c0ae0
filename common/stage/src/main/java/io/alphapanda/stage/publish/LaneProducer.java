package io.alphapanda.stage.publish;

import io.alphapanda.stage.trouble.TransientException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// One lane's producer and the one thread that feeds it: Kafka's `send` blocks while a topic's leader is unknown, and
/// must block nobody but its own lane. A topic that has just kept it waiting in vain is refused for a moment, so that
/// it does not hold up the lane's other topics either.
final class LaneProducer {

    private static final int WAITING = 2_000;
    private static final String MAX_BLOCK_MILLIS = "3000";
    private static final String REQUEST_TIMEOUT_MILLIS = "5000";
    private static final String DELIVERY_TIMEOUT_MILLIS = "10000";
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);
    private static final long REFUSE_NANOS = Duration.ofSeconds(1).toNanos();

    private final String lane;
    private final KafkaProducer<String, byte[]> producer;
    private final ThreadPoolExecutor thread;

    /// Until when (`System.nanoTime`) a topic is refused; the publishing thread's own.
    private final Map<String, Long> refusedUntil = new HashMap<>();

    LaneProducer(String lane, String bootstrapServers) {
        this.lane = lane;
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "client.id",
                        "alpha-panda." + lane,
                        "acks",
                        "all",
                        "enable.idempotence",
                        "true",
                        "linger.ms",
                        "0",
                        "max.block.ms",
                        MAX_BLOCK_MILLIS,
                        "request.timeout.ms",
                        REQUEST_TIMEOUT_MILLIS,
                        "delivery.timeout.ms",
                        DELIVERY_TIMEOUT_MILLIS,
                        // A dead letter may carry what was too large for its own topic.
                        "max.request.size",
                        Integer.toString(16 * 1024 * 1024)),
                new StringSerializer(),
                new ByteArraySerializer());
        this.thread = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> {
            var named = new Thread(task, "publisher-" + lane);
            named.setDaemon(true);
            return named;
        });
    }

    CompletableFuture<Void> send(ProducerRecord<String, byte[]> record) {
        var answer = new CompletableFuture<Void>();
        try {
            thread.execute(() -> sendNow(record, answer));
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(new TransientException(
                    "lane " + lane + " has " + WAITING + " events waiting for Kafka; none more is taken", e));
        }
        return answer;
    }

    private void sendNow(ProducerRecord<String, byte[]> record, CompletableFuture<Void> answer) {
        var refused = refusedUntil.get(record.topic());
        if (refused != null && System.nanoTime() - refused < 0) {
            answer.completeExceptionally(
                    new TransientException("topic " + record.topic() + " took no event a moment ago"));
            return;
        }
        refusedUntil.remove(record.topic());
        var sending = Thread.currentThread();
        try {
            producer.send(record, (_, failure) -> {
                if (failure == null) {
                    answer.complete(null);
                    return;
                }
                // On this thread: it never left, because nobody knows where the topic is.
                if (failure instanceof TimeoutException && Thread.currentThread() == sending) {
                    refusedUntil.put(record.topic(), System.nanoTime() + REFUSE_NANOS);
                }
                answer.completeExceptionally(notSent(record, failure));
            });
        } catch (KafkaException | IllegalStateException e) {
            answer.completeExceptionally(notSent(record, e));
        }
    }

    private static TransientException notSent(ProducerRecord<String, byte[]> record, Exception cause) {
        return new TransientException(
                "topic " + record.topic() + " took no event: "
                        + cause.getClass().getSimpleName() + " " + cause.getMessage(),
                cause);
    }

    void close() {
        thread.shutdownNow();
        producer.close(CLOSE_WITHIN);
    }
}
