package io.alphapanda.local.kafkasource;

import static io.alphapanda.local.Await.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.local.infrastructure.Infrastructure;
import io.alphapanda.local.infrastructure.TestInfrastructure;
import io.alphapanda.topics.TopicSpec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class KafkaSourceTest {
    private static final KafkaSourceOptions OPTIONS =
            KafkaSourceOptions.defaults().withCommitInterval(Duration.ofMillis(50));
    private static final KafkaSourceOptions NEVER_COMMITS =
            KafkaSourceOptions.defaults().withCommitInterval(Duration.ofHours(1));
    private static Infrastructure infrastructure;
    private static KafkaProducer<String, String> producer;

    private FakeFunction function;
    private String topic;

    @BeforeAll
    static void start() {
        infrastructure = TestInfrastructure.shared();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", infrastructure.kafkaBootstrapServers()),
                new StringSerializer(),
                new StringSerializer());
    }

    @AfterAll
    static void end() {
        producer.close();
    }

    @BeforeEach
    void begin(TestInfo test) {
        topic = "t." + test.getTestMethod().orElseThrow().getName().hashCode();
        infrastructure.createTopics(List.of(new TopicSpec(topic, 2)));
        function = new FakeFunction();
    }

    @AfterEach
    void finish() {
        function.close();
    }

    @Test
    void ordered_records_of_a_partition_arrive_one_after_another_also_through_retries() {
        send(0, 0, 300);
        send(1, 0, 300);
        function.answers(call -> FakeFunction.Reply.of(call.offset() % 50 == 7 && timesSeen(call) == 1 ? 503 : 204));

        try (KafkaSource source = start(ordered(Specs.QUICK))) {
            until("all are delivered", () -> source.stats().delivered() == 600);
            until("nothing is left", () -> source.stats().lag().orElse(-1) == 0);
            assertThat(source.stats().retries()).isEqualTo(12);
            assertThat(source.stats().inFlight()).isZero();
        }
        for (int partition : new int[] {0, 1}) {
            List<Long> offsets = function.calls.stream()
                    .filter(call -> call.partition() == partition)
                    .map(FakeFunction.Call::offset)
                    .distinct()
                    .toList();
            assertThat(offsets).isSorted().hasSize(300);
        }
        assertThat(function.mostRunning.get()).isLessThanOrEqualTo(2);
        assertThat(function.calls.peek().header("ce-lane")).isEqualTo("paper");
    }

    @Test
    void unordered_keeps_at_most_99_in_flight() {
        send(0, 0, 400);
        CountDownLatch open = new CountDownLatch(1);
        function.answers(_ -> {
            await(open);
            return FakeFunction.Reply.of(204);
        });
        try (KafkaSource source = start(unordered())) {
            until(
                    "it is full",
                    () -> function.running.get() >= 50 && source.stats().lag().isPresent());
            open.countDown();
            until("all are delivered", () -> source.stats().delivered() == 400);
        }
        assertThat(function.mostRunning.get()).isBetween(50, 99);
    }

    @Test
    void an_undeliverable_event_lies_in_the_dead_letter_topic_as_a_kafka_sink_writes_it() throws Exception {
        String letters = topic + ".dlq";
        infrastructure.createTopics(List.of(new TopicSpec(letters, 1)));
        function.answers(_ -> new FakeFunction.Reply(400, "x".repeat(5_000), Map.of("Kne-Reason", "BAD")));
        Delivery delivery = new Delivery(
                0,
                BackoffPolicy.LINEAR,
                Duration.ZERO,
                Duration.ofSeconds(5),
                Optional.of(new DeadLetterTopic(letters)));
        sendEvent("order-1");

        try (KafkaSource source = start(ordered(delivery))) {
            until("it is dead-lettered", () -> source.stats().deadLettered() == 1);
        }
        ConsumerRecord<String, String> letter = read(letters);
        assertThat(letter.key()).isEqualTo("order-1");
        assertThat(letter.value()).isEqualTo("{\"a\":1}");
        assertThat(headers(letter))
                .containsEntry("ce_id", "e-1")
                .containsEntry("ce_type", "io.alphapanda.test.v1")
                .containsEntry("ce_partitionkey", "order-1")
                .containsEntry("ce_lane", "paper")
                .containsEntry("ce_knativekafkaoffset", "0")
                .containsEntry("ce_knativeerrorcode", "400")
                .containsEntry("ce_knativeerrordest", function.address().toString())
                .containsEntry("ce_reason", "BAD")
                .containsEntry("content-type", "application/json");
        assertThat(java.util.Base64.getDecoder().decode(headers(letter).get("ce_knativeerrordata")))
                .hasSize(1_024);
        assertThat(committed()).containsEntry(new TopicPartition(topic, 0), 1L);
    }

    @Test
    void an_offset_is_committed_even_when_the_dead_letter_cannot_be_written() throws Exception {
        function.answers(_ -> FakeFunction.Reply.of(400));
        Delivery delivery = new Delivery(
                0,
                BackoffPolicy.LINEAR,
                Duration.ZERO,
                Duration.ofMillis(500),
                Optional.of(new DeadLetterTopic("there.is.no.such.topic")));
        send(0, 0, 1);
        try (KafkaSource source = start(ordered(delivery))) {
            until("it is lost", () -> source.stats().deadLetterFailed() == 1);
        }
        assertThat(committed()).containsEntry(new TopicPartition(topic, 0), 1L);
    }

    @Test
    void a_killed_source_delivers_again_what_was_not_committed() throws Exception {
        send(0, 0, 20);
        KafkaSource killed = start(ordered(Specs.QUICK), NEVER_COMMITS);
        until("all are delivered", () -> killed.stats().delivered() == 20);
        killed.abort();
        assertThat(committed()).isEmpty();

        try (KafkaSource next = start(ordered(Specs.QUICK))) {
            until("all are delivered again", () -> next.stats().delivered() == 20);
        }
        assertThat(function.calls).hasSize(40);
        assertThat(committed()).containsEntry(new TopicPartition(topic, 0), 20L);
    }

    @Test
    void a_gap_holds_the_commit_back_and_a_restart_replays_from_it() throws Exception {
        send(0, 0, 10);
        CountDownLatch never = new CountDownLatch(1);
        function.answers(call -> {
            if (call.offset() == 4) {
                await(never);
            }
            return FakeFunction.Reply.of(204);
        });
        try (KafkaSource source = start(unordered(), OPTIONS.withDrainTimeout(Duration.ZERO))) {
            until("all but one are delivered", () -> source.stats().delivered() == 9);
            until("the prefix is committed", () -> committed().containsValue(4L));
        }
        assertThat(committed()).containsEntry(new TopicPartition(topic, 0), 4L);
        never.countDown();
        function.calls.clear();
        try (KafkaSource source = start(unordered())) {
            until("the rest is delivered again", () -> source.stats().delivered() == 6);
        }
        assertThat(function.calls).extracting(FakeFunction.Call::offset).allMatch(offset -> offset >= 4);
    }

    @Test
    void a_held_source_keeps_its_place() {
        try (KafkaSource source = start(ordered(Specs.QUICK))) {
            send(0, 0, 1);
            until("it delivers", () -> source.stats().delivered() == 1);
            source.hold();
            send(0, 1, 5);
            until("it sees them", () -> source.stats().lag().orElse(0) == 5);
            assertThat(function.calls).hasSize(1);
            source.release();
            until("all are delivered", () -> source.stats().delivered() == 6);
        }
        assertThat(function.bodies()).containsExactly("0", "1", "2", "3", "4", "5");
    }

    @Test
    void latest_begins_at_the_end_once_and_earliest_at_the_beginning() throws Exception {
        send(0, 0, 3);
        KafkaSourceSpec latest =
                Specs.of(topic, function.address(), Specs.QUICK, Ordering.ORDERED, InitialOffset.LATEST);
        try (KafkaSource _ = start(latest)) {
            assertThat(committed()).containsEntry(new TopicPartition(topic, 0), 3L);
            send(0, 3, 1);
            until("the new one is delivered", () -> function.calls.size() == 1);
        }
        send(0, 4, 1);
        try (KafkaSource _ = start(latest)) {
            until("what came meanwhile is delivered", () -> function.calls.size() == 2);
        }
        assertThat(function.bodies()).containsExactly("3", "4");
    }

    @Test
    void a_source_on_a_missing_topic_does_not_start() {
        assertThatThrownBy(() -> start(Specs.ordered("missing.topic", function.address(), Specs.QUICK)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("missing.topic");
    }

    @Test
    void the_last_records_come_again_after_a_rebalance() {
        send(0, 0, 10);
        try (KafkaSource source = start(ordered(Specs.QUICK))) {
            until("all are delivered", () -> source.stats().delivered() == 10);
            source.redeliverLast(3);
            until("three come again", () -> source.stats().delivered() == 13);
        }
        assertThat(function.bodies()).endsWith("9", "7", "8", "9");
    }

    @Test
    void a_second_consumer_takes_over_half_and_nothing_is_missing() {
        try (KafkaSource first = start(ordered(Specs.QUICK))) {
            send(0, 0, 100);
            send(1, 0, 100);
            until("the first delivers", () -> first.stats().delivered() > 20);
            KafkaSource second = start(ordered(Specs.QUICK));
            until(
                    "both have a partition",
                    () -> second.stats().lag().isPresent()
                            && first.stats().lag().isPresent());
            send(0, 100, 100);
            send(1, 100, 100);
            until("the second delivers", () -> second.stats().delivered() >= 100);
            second.close();
            until("all have arrived", () -> distinctCalls() == 400);
        }
    }

    @Test
    void a_timed_out_attempt_runs_on_beside_its_retry() {
        send(0, 0, 1);
        CountDownLatch retried = new CountDownLatch(1);
        function.answers(call -> {
            if (timesSeen(call) == 1) {
                await(retried);
            } else {
                retried.countDown();
            }
            return FakeFunction.Reply.of(204);
        });
        Delivery delivery =
                new Delivery(3, BackoffPolicy.LINEAR, Duration.ofMillis(1), Duration.ofMillis(300), Optional.empty());
        try (KafkaSource source = start(ordered(delivery))) {
            until("the retry succeeds", () -> source.stats().delivered() == 1);
        }
        assertThat(function.mostRunning.get()).isEqualTo(2);
    }

    @Test
    void a_restarting_function_is_waited_for_without_using_up_retries() {
        int port = function.address().getPort();
        function.close();
        send(0, 0, 1);
        Delivery once = new Delivery(0, BackoffPolicy.LINEAR, Duration.ZERO, Duration.ofSeconds(5), Optional.empty());
        try (KafkaSource source = start(ordered(once), OPTIONS.withUntilReachable(true))) {
            until("it is being delivered", () -> source.stats().inFlight() == 1);
            function = new FakeFunction(port);
            until("it is delivered", () -> source.stats().delivered() == 1);
            assertThat(source.stats().retries()).isZero();
        }
    }

    @Test
    void a_poll_tick_limits_how_fast_records_move() {
        send(0, 0, 120);
        long begun = System.nanoTime();
        try (KafkaSource source = start(ordered(Specs.QUICK), OPTIONS.withPollTick(Duration.ofMillis(200)))) {
            until("all are delivered", () -> source.stats().delivered() == 120);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(400));
    }

    private KafkaSourceSpec ordered(Delivery delivery) {
        return Specs.ordered(topic, function.address(), delivery);
    }

    private KafkaSourceSpec unordered() {
        return Specs.of(topic, function.address(), Specs.QUICK, Ordering.UNORDERED, InitialOffset.EARLIEST);
    }

    private static KafkaSource start(KafkaSourceSpec spec) {
        return start(spec, OPTIONS);
    }

    private static KafkaSource start(KafkaSourceSpec spec, KafkaSourceOptions options) {
        return KafkaSource.start(spec, infrastructure.kafkaBootstrapServers(), options);
    }

    private long timesSeen(FakeFunction.Call call) {
        return function.calls.stream()
                .filter(other -> other.offset() == call.offset() && other.partition() == call.partition())
                .count();
    }

    private long distinctCalls() {
        return function.calls.stream()
                .map(call -> call.partition() + "/" + call.offset())
                .distinct()
                .count();
    }

    private void send(int partition, int from, int count) {
        IntStream.range(from, from + count)
                .forEach(n -> producer.send(new ProducerRecord<>(topic, partition, "key", Integer.toString(n))));
        producer.flush();
    }

    private void sendEvent(String partitionKey) {
        var record = new ProducerRecord<>(topic, 0, "kafka-key", "{\"a\":1}");
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", "e-1",
                        "ce_type", "io.alphapanda.test.v1",
                        "ce_source", "/test",
                        "ce_partitionkey", partitionKey,
                        "content-type", "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(record);
        producer.flush();
    }

    private Map<TopicPartition, Long> committed() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", infrastructure.kafkaBootstrapServers()))) {
            Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets("group-" + topic)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return offsets.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                    .offset()));
        }
    }

    private static ConsumerRecord<String, String> read(String topic) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", infrastructure.kafkaBootstrapServers(), "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(Set.of(new TopicPartition(topic, 0)));
            for (int polls = 0; polls < 100; polls++) {
                var records = consumer.poll(Duration.ofMillis(200));
                if (!records.isEmpty()) {
                    return records.iterator().next();
                }
            }
            throw new AssertionError("nothing in " + topic);
        }
    }

    private static Map<String, String> headers(ConsumerRecord<String, String> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return headers;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
