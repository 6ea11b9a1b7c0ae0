package io.alphapanda.local.kafkasource;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DelivererTest {
    private static final URI ADDRESS = URI.create("http://127.0.0.1:1/fn");
    private static final Answer OK = new Answer.Response(204, new byte[0], Map.of());
    private static final Answer REFUSED = new Answer.None("refused", true);
    private static final EventRequest EVENT =
            new EventRequest(new TreeMap<>(Map.of("ce-id", "e1")), Optional.of(new byte[] {1}));

    private final List<Duration> waits = new ArrayList<>();
    private final Counters counters = new Counters();
    private final FaultSwitches faults = new FaultSwitches();
    private final Gate gate = new Gate();

    @ParameterizedTest
    @CsvSource({
        "200, delivered",
        "202, delivered",
        "204, delivered",
        "299, delivered",
        "300, dead",
        "302, dead",
        "400, dead",
        "401, dead",
        "410, dead",
        "413, dead",
        "422, dead",
        "404, retried",
        "408, retried",
        "409, retried",
        "429, retried",
        "500, retried",
        "502, retried",
        "503, retried",
        "504, retried",
        "599, retried"
    })
    void a_status_decides_what_happens_next(int status, String outcome) {
        Script sink = new Script(response(status));
        Script letters = new Script(OK);

        assertThat(deliverer(delivery(2, BackoffPolicy.LINEAR), sink, letters).deliver(EVENT))
                .isTrue();

        switch (outcome) {
            case "delivered" -> {
                assertThat(sink.seen).hasSize(1);
                assertThat(letters.seen).isEmpty();
            }
            case "dead" -> {
                assertThat(sink.seen).hasSize(1);
                assertThat(letters.seen).hasSize(1);
            }
            default -> {
                assertThat(sink.seen).hasSize(3);
                assertThat(letters.seen).hasSize(1);
            }
        }
    }

    @Test
    void exponential_waits_begin_with_twice_the_delay() {
        deliverer(delivery(4, BackoffPolicy.EXPONENTIAL), new Script(response(503)), new Script(OK))
                .deliver(EVENT);
        assertThat(waits).extracting(Duration::toMillis).containsExactly(600L, 1_200L, 2_400L, 4_800L);
    }

    @Test
    void linear_waits_grow_by_the_delay() {
        deliverer(delivery(3, BackoffPolicy.LINEAR), new Script(REFUSED), new Script(OK))
                .deliver(EVENT);
        assertThat(waits).extracting(Duration::toMillis).containsExactly(300L, 600L, 900L);
    }

    @Test
    void the_defaults_wait_ten_minutes_in_all() {
        assertThat(Delivery.absent().allWaits()).isEqualTo(Duration.ofMillis(613_800));
        assertThat(SourceConsumer.maxPollIntervalMs(Delivery.absent())).isEqualTo(722_380_000);
        assertThat(SourceConsumer.maxPollIntervalMs(new Delivery(
                        20, BackoffPolicy.EXPONENTIAL, Duration.ofHours(1), Duration.ofHours(1), Optional.empty())))
                .isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void a_late_success_needs_no_dead_letter() {
        Script sink = new Script(response(503), REFUSED, OK);
        Script letters = new Script(OK);
        deliverer(delivery(5, BackoffPolicy.LINEAR), sink, letters).deliver(EVENT);
        assertThat(sink.seen).hasSize(3);
        assertThat(letters.seen).isEmpty();
        assertThat(counters.delivered.sum()).isEqualTo(1);
        assertThat(counters.retries.sum()).isEqualTo(2);
    }

    @Test
    void a_dead_letter_says_where_what_and_why() {
        byte[] body = "too much of it".getBytes(StandardCharsets.UTF_8);
        Script letters = new Script(OK);
        deliverer(
                        delivery(0, BackoffPolicy.LINEAR),
                        new Script(new Answer.Response(422, body, Map.of("reason", "SCHEMA_INVALID"))),
                        letters)
                .deliver(EVENT);
        assertThat(letters.seen)
                .singleElement()
                .extracting(EventRequest::headers)
                .isEqualTo(new TreeMap<>(Map.of(
                        "ce-id", "e1",
                        "ce-knativeerrordest", ADDRESS.toString(),
                        "ce-knativeerrorcode", "422",
                        "ce-knativeerrordata", Base64.getEncoder().encodeToString(body),
                        "ce-reason", "SCHEMA_INVALID")));
        assertThat(counters.deadLettered.sum()).isEqualTo(1);
    }

    @Test
    void without_a_response_a_dead_letter_has_only_the_destination() {
        Script letters = new Script(OK);
        deliverer(delivery(1, BackoffPolicy.LINEAR), new Script(REFUSED), letters)
                .deliver(EVENT);
        assertThat(letters.seen.peek().headers()).containsOnlyKeys("ce-id", "ce-knativeerrordest");
    }

    @Test
    void a_failing_dead_letter_sink_is_retried_and_then_the_event_is_lost_and_counted() {
        Script letters = new Script(response(503));
        assertThat(deliverer(delivery(2, BackoffPolicy.LINEAR), new Script(response(400)), letters)
                        .deliver(EVENT))
                .as("its offset is committed all the same")
                .isTrue();
        assertThat(letters.seen).hasSize(3);
        assertThat(counters.deadLetterFailed.sum()).isEqualTo(1);
        assertThat(counters.deadLettered.sum()).isZero();
    }

    @Test
    void without_a_dead_letter_sink_the_event_is_lost_and_counted() {
        assertThat(deliverer(delivery(0, BackoffPolicy.LINEAR), new Script(response(400)), null)
                        .deliver(EVENT))
                .isTrue();
        assertThat(counters.deadLetterFailed.sum()).isEqualTo(1);
    }

    @Test
    void a_refused_connection_uses_up_retries_unless_told_to_wait_for_the_sink() {
        Script down = new Script(REFUSED);
        deliverer(delivery(1, BackoffPolicy.LINEAR), down, new Script(OK)).deliver(EVENT);
        assertThat(down.seen).hasSize(2);

        Script restarting = new Script(REFUSED, REFUSED, REFUSED, REFUSED, REFUSED, OK);
        new Deliverer(
                        Specs.ordered("t", ADDRESS, delivery(1, BackoffPolicy.LINEAR)),
                        true,
                        restarting,
                        Optional.empty(),
                        this::pause,
                        gate,
                        counters,
                        faults)
                .deliver(EVENT);
        assertThat(restarting.seen).hasSize(6);
        assertThat(counters.delivered.sum()).isEqualTo(1);
    }

    @Test
    void duplicates_follow_the_delivery_and_overlaps_accompany_it() {
        Script sink = new Script(OK);
        faults.duplicate(2);
        faults.overlap(true);
        deliverer(delivery(0, BackoffPolicy.LINEAR), sink, null).deliver(EVENT);
        assertThat(sink.seen).hasSize(4);
        assertThat(counters.delivered.sum()).isEqualTo(1);
    }

    @Test
    void closing_gives_an_event_up_undecided() {
        gate.close();
        Script sink = new Script(OK);
        assertThat(deliverer(delivery(0, BackoffPolicy.LINEAR), sink, null).deliver(EVENT))
                .isFalse();
        assertThat(sink.seen).isEmpty();
    }

    private Deliverer deliverer(Delivery delivery, Sink sink, Sink letters) {
        return new Deliverer(
                Specs.ordered("t", ADDRESS, delivery),
                false,
                sink,
                Optional.ofNullable(letters),
                this::pause,
                gate,
                counters,
                faults);
    }

    private boolean pause(Duration duration) {
        waits.add(duration);
        return true;
    }

    private static Delivery delivery(int retry, BackoffPolicy policy) {
        return new Delivery(retry, policy, Duration.ofMillis(300), Duration.ofSeconds(1), Optional.empty());
    }

    private static Answer response(int status) {
        return new Answer.Response(status, new byte[0], Map.of());
    }

    /// Answers from a list, repeating its last entry.
    private static final class Script implements Sink {
        final ArrayDeque<EventRequest> seen = new ArrayDeque<>();
        private final Queue<Answer> answers;

        Script(Answer... answers) {
            this.answers = new ArrayDeque<>(List.of(answers));
        }

        @Override
        public synchronized Answer post(EventRequest event) {
            seen.add(event);
            return answers.size() > 1 ? answers.remove() : answers.peek();
        }
    }
}
