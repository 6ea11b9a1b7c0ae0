package io.alphapanda.stage.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of a record.
class LogLinesTest {

    private final LogQueue queue = new LogQueue(2);
    private final LogHandler handler = new LogHandler("trading-engine", queue);

    private LogQueue.Queued logged(LogRecord record) {
        handler.publish(record);
        return queue.take(1).getFirst();
    }

    private static LogRecord record(Level level, String category, String message) {
        var record = new LogRecord(level, message);
        record.setLoggerName(category);
        return record;
    }

    @ParameterizedTest
    @CsvSource({
        "INFO, io.alphapanda.engine.follow.Follower, TRADING",
        "WARNING, io.alphapanda.stage.delivery.Sweeper, TRADING",
        "INFO, io.alphapanda.risk.RiskLogic, TRADING",
        "INFO, io.alphapanda.portfolio.Views, TRADING",
        "INFO, io.alphapanda.feed.FeedRunner, MARKET",
        "INFO, io.alphapanda.runner.Rules, MARKET",
        "INFO, io.alphapanda.api.problem.ProblemAnswers, API",
        "INFO, io.alphapanda.audit, AUDIT",
        "INFO, io.alphapanda.performance, PERFORMANCE",
        "SEVERE, io.alphapanda.audit.Commands, AUDIT",
        "SEVERE, io.alphapanda.engine.Lane, ERROR",
        "SEVERE, org.apache.kafka.clients.Metadata, ERROR",
        "INFO, io.quarkus, PERFORMANCE",
        "INFO, io.alphapandas.Other, PERFORMANCE"
    })
    void aRecordIsOfOneChannel(String level, String category, LogChannel channel) {
        assertThat(LogChannel.of(Level.parse(level), category)).isEqualTo(channel);
    }

    @Test
    void aLineSaysWhoItIsAboutAsFarAsItsMessageDoes() {
        var line = logged(
                        record(
                                Level.WARNING,
                                "io.alphapanda.engine.Lane",
                                "order held back: broker=paper order=nse-1/momentum/NSE:TCS/4711@paper/1,"
                                        + " correlationId=nse-1/momentum/NSE:TCS/4711 strategy=momentum instrument=NSE:TCS reason=late"))
                .line();

        assertThat(line.room()).isEqualTo("trading-engine");
        assertThat(line.level()).isEqualTo("WARN");
        assertThat(line.keys())
                .isEqualTo(Map.of(
                        "broker", "paper",
                        "orderId", "nse-1/momentum/NSE:TCS/4711@paper/1",
                        "correlationId", "nse-1/momentum/NSE:TCS/4711",
                        "strategyId", "momentum",
                        "instrument", "NSE:TCS"));
    }

    @Test
    void aFormattedMessageIsToldWithWhatWasPutIn() {
        var line = logged(new ExtLogRecord(Level.INFO, "filled: broker=%s", ExtLogRecord.FormatStyle.PRINTF, "x") {
                    {
                        setParameters(new Object[] {"paper-b"});
                        setLoggerName("io.alphapanda.engine.Lane");
                    }
                })
                .line();

        assertThat(line.message()).isEqualTo("filled: broker=paper-b");
        assertThat(line.keys()).containsEntry("broker", "paper-b");
    }

    @Test
    void anExceptionIsToldAsFarAsALineHolds() {
        var record = record(Level.SEVERE, "io.alphapanda.engine.Lane", "a defect");
        record.setThrown(new IllegalStateException("x".repeat(10_000)));

        var line = logged(record).line();

        assertThat(line.error().orElseThrow())
                .startsWith("java.lang.IllegalStateException: xxx")
                .hasSize(LogLine.LONGEST + 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "can't connect to postgresql://panda:hunter22@db:5432/panda",
                "can't connect to redis://:hunter22@redis:6379",
                "sent Authorization: Bearer hunter22hunter22",
                "sent Authorization: token key:hunter22hunter22",
                "sent {\"access_token\": \"hunter22\", \"user\": \"AB1234\"}",
                "panda.secrets.key=hunter22 is too short? PANDA_DATABASE_PASSWORD=hunter22",
                "refused: password='hunter22'",
                "GET /x?api_key=k&request_token=hunter22&x=1",
                "taken: eyJhbGciOiJIUzI1NiJ9.eyJodW50ZXIyMiI6MX0.hunter22"
            })
    void aSecretIsNeverInALine(String message) {
        var record = record(Level.INFO, "io.alphapanda.engine.Lane", message);
        record.setThrown(new IllegalStateException(message));

        var line = logged(record).line();

        assertThat(List.of(line.message(), line.error().orElseThrow())).allSatisfy(text -> assertThat(text)
                .contains(Redaction.REDACTED)
                .doesNotContain("hunter22", "eyJodW50ZXIyMiI6MX0"));
    }

    @Test
    void aBookIsNotLookedThrough() {
        var record = record(Level.INFO, "io.alphapanda.engine.Lane", "a.b-c".repeat(1_000_000));

        assertTimeout(Duration.ofSeconds(5), () -> handler.publish(record));

        assertThat(queue.take(1).getFirst().line().message()).hasSize(LogLine.LONGEST + 2);
    }

    @Test
    void whatIsNoSecretStays() {
        var message = "tokens left: broker=zerodha budget=10 reason=the broker refused the token; tag=apb3 key=value";

        assertThat(logged(record(Level.INFO, "io.alphapanda.engine.Lane", message))
                        .line()
                        .message())
                .isEqualTo(message);
    }

    @Test
    void whatFindsNoRoomIsLostAndCounted() {
        for (int i = 0; i < 5; i++) {
            handler.publish(record(Level.INFO, "io.alphapanda.engine.Lane", "line " + i));
        }

        assertThat(queue.take(10)).extracting(each -> each.line().message()).containsExactly("line 0", "line 1");
        assertThat(queue.lost()).isEqualTo(3);
    }

    @Test
    void theWritersOwnTroubleIsNoLine() {
        handler.publish(record(Level.SEVERE, "io.vertx.redis.client.impl.RedisClient", "no connection"));

        assertThat(queue.take(10)).isEmpty();
    }
}
