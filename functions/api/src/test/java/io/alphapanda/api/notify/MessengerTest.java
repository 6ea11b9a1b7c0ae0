package io.alphapanda.api.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.Ledger;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Against sinks on this machine: up, down, slow, refusing.
@QuarkusTest
@QuarkusTestResource(House.class)
class MessengerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMillis(400);

    @Inject
    Notices notices;

    @Inject
    Mutiny.SessionFactory database;

    @Inject
    Vertx vertx;

    private final Sink webhook = new Sink();
    private final Sink telegram = new Sink();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-01-05T04:30:00Z"));

    /// Stands where a test puts it.
    private static final class MovableClock extends Clock {
        private Instant now;

        MovableClock(Instant now) {
            this.now = now;
        }

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void nothingToTell() {
        Ledger.rows("truncate alarms, alerts, acknowledgements, notifications");
    }

    @AfterEach
    void close() {
        webhook.close();
        telegram.close();
    }

    private void tell(SomeChannels channels) {
        var messenger = new Messenger(notices, channels.settings(), database, vertx, clock, PATIENCE);
        messenger.tellAll().await().atMost(Duration.ofSeconds(20));
        messenger.close();
    }

    private SomeChannels hook() {
        return SomeChannels.none().withWebhook(webhook.address() + "/hook?key=hidden", "s3cret");
    }

    private void alarm(boolean halted) {
        Ledger.rows(
                "insert into alarms (broker, code, subject, words, halted, raised_at)"
                        + " values ('paper', 'OVERFILLED', 'order-1', 'look at it', ?, ?)",
                halted,
                Timestamp.from(clock.instant()));
    }

    private void over() {
        Ledger.rows("update alarms set resolved_at = ?", Timestamp.from(clock.instant()));
    }

    private static JsonNode json(Sink.Request request) {
        try {
            return JSON.readTree(request.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static List<List<String>> rows(String columns) {
        return Ledger.rows("select " + columns + " from notifications order by id");
    }

    @Test
    void anAlertIsToldOnce() {
        alarm(true);

        tell(hook());
        tell(hook());

        assertThat(webhook.requests()).hasSize(1);
        var request = webhook.requests().getFirst();
        assertThat(request.path()).isEqualTo("/hook");
        assertThat(request.header("Authorization")).isEqualTo("Bearer s3cret");
        assertThat(request.header("Idempotency-key")).matches("alarm-\\d+/RAISED");
        var told = json(request);
        assertThat(told.path("code").asText()).isEqualTo("OVERFILLED");
        assertThat(told.path("severity").asText()).isEqualTo("CRITICAL");
        assertThat(told.path("reality").asText()).isEqualTo("PAPER");
        assertThat(told.path("text").asText())
                .startsWith("CRITICAL: OVERFILLED paper [PAPER] order-1")
                .endsWith("look at it");
        assertThat(rows("attempts, sent_at is not null")).containsExactly(List.of("1", "t"));
    }

    @Test
    void whatIsOverIsToldWhereItWasTold() {
        alarm(true);
        tell(hook());
        over();

        tell(hook());
        tell(hook());

        assertThat(webhook.requests())
                .extracting(each -> json(each).path("occasion").asText())
                .containsExactly("RAISED", "RESOLVED");
    }

    @Test
    void aSinkThatIsDownIsToldWhenItIsBack() {
        webhook.close();
        alarm(true);

        tell(hook());
        assertThat(rows("attempts, words")).containsExactly(List.of("1", "no answer: ConnectException"));
        tell(hook());
        assertThat(rows("attempts")).as("not before its time").containsExactly(List.of("1"));

        clock.forward(Duration.ofSeconds(5));
        webhook.open();
        tell(hook());
        assertThat(webhook.requests()).hasSize(1);
        assertThat(rows("attempts, words")).containsExactly(List.of("2", ""));
    }

    @Test
    void aSinkThatStaysDownIsGivenUpAfterItsAttempts() {
        alarm(true);
        for (int attempt = 1; attempt <= 3; attempt++) {
            webhook.answer(503);
            tell(hook().withAttempts(3));
            clock.forward(Duration.ofMinutes(10));
        }
        tell(hook().withAttempts(3));

        assertThat(webhook.requests()).hasSize(3);
        assertThat(rows("attempts, words, given_up_at is not null")).containsExactly(List.of("3", "answered 503", "t"));
    }

    @Test
    void aSinkThatAsksForTimeGetsIt() {
        alarm(true);
        webhook.answer(429, Map.of("Retry-After", "120"), "");

        tell(hook());
        clock.forward(Duration.ofSeconds(119));
        tell(hook());
        assertThat(webhook.requests()).hasSize(1);

        clock.forward(Duration.ofSeconds(1));
        tell(hook());
        assertThat(webhook.requests()).hasSize(2);
        assertThat(rows("sent_at is not null")).containsExactly(List.of("t"));
    }

    @Test
    void aSinkThatRefusesIsNotAskedAgain() {
        alarm(true);
        webhook.answer(401);

        tell(hook());
        clock.forward(Duration.ofMinutes(10));
        tell(hook());

        assertThat(webhook.requests()).hasSize(1);
        assertThat(rows("words, given_up_at is not null")).containsExactly(List.of("answered 401", "t"));
    }

    @Test
    void aSlowSinkHoldsUpNoOther() {
        alarm(true);
        webhook.silent();

        tell(hook().withTelegram(telegram.address(), "77:token", "@house"));

        assertThat(telegram.requests()).hasSize(1);
        assertThat(Ledger.rows("select channel, words, sent_at is not null from notifications order by channel"))
                .containsExactly(
                        List.of("telegram", "", "t"), List.of("webhook", "no answer: HttpTimeoutException", "f"));
    }

    @Test
    void aProcessThatDiesAfterTellingTellsAgainUnderTheSameId() {
        alarm(true);
        tell(hook());
        Ledger.rows("update notifications set sent_at = null");

        tell(hook());
        assertThat(webhook.requests())
                .as("another process's claim holds for half a minute")
                .hasSize(1);
        clock.forward(Duration.ofSeconds(30));
        tell(hook());

        assertThat(webhook.requests())
                .hasSize(2)
                .extracting(each -> each.header("Idempotency-key"))
                .containsOnly(webhook.requests().getFirst().header("Idempotency-key"));
    }

    @Test
    void telegramIsToldInItsOwnWay() {
        alarm(true);
        telegram.answer(429, Map.of(), "{\"ok\":false,\"parameters\":{\"retry_after\":7}}");
        var channel = SomeChannels.none().withTelegram(telegram.address(), "77:token", "@house");

        tell(channel);
        clock.forward(Duration.ofSeconds(7));
        tell(channel);

        assertThat(telegram.requests()).hasSize(2);
        assertThat(telegram.requests().getLast().path()).isEqualTo("/bot77:token/sendMessage");
        var told = json(telegram.requests().getLast());
        assertThat(told.path("chat_id").asText()).isEqualTo("@house");
        assertThat(told.path("text").asText()).startsWith("CRITICAL: OVERFILLED paper [PAPER]");
    }

    @Test
    void onlyWhatIsCriticalIsToldInQuietHours() {
        alarm(false);
        var quiet = hook().withQuietHours("09:00-11:00");

        tell(quiet);
        assertThat(webhook.requests()).isEmpty();
        assertThat(rows("held")).containsExactly(List.of("t"));

        Ledger.rows("update alarms set subject = 'order-0'");
        alarm(true);
        tell(quiet);
        assertThat(webhook.requests()).as("halted its lane").hasSize(1);

        clock.forward(Duration.ofHours(1));
        tell(quiet);
        assertThat(webhook.requests()).as("11:00 in Mumbai").hasSize(2);
    }

    @Test
    void whatEndsInQuietHoursIsNotTold() {
        alarm(false);
        var quiet = hook().withQuietHours("09:00-11:00");
        tell(quiet);
        over();
        clock.forward(Duration.ofHours(2));

        tell(quiet);

        assertThat(webhook.requests()).isEmpty();
        assertThat(rows("words")).containsExactly(List.of("over before it was told"));
    }

    @Test
    void secretsAreInNoRowAndNoName() {
        alarm(true);
        webhook.close();
        tell(hook());

        assertThat(Ledger.rows("select n::text from notifications n").toString())
                .doesNotContain("s3cret", "hidden");
        assertThat(hook().settings().channels().toString()).isEqualTo("[webhook]");
        assertThat(Optional.of(SomeChannels.none().settings().channels()).get()).isEmpty();
    }
}
