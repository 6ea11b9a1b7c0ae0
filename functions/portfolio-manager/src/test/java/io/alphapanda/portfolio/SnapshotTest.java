package io.alphapanda.portfolio;

import static io.alphapanda.stage.testing.TopicReader.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.event.PnlSnapshot;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Side;
import io.alphapanda.stage.delivery.ProtocolStep;
import io.alphapanda.stage.event.EventCodec;
import io.alphapanda.stage.event.MalformedEventException;
import io.alphapanda.stage.testing.Await;
import io.alphapanda.stage.testing.DyingProbe;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.Knock;
import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.testing.RawHttp;
import io.alphapanda.stage.testing.TopicReader;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(House.class)
class SnapshotTest {

    private static final EventCodec CODEC = new EventCodec();

    @Inject
    RedisDataSource redis;

    @Inject
    DyingProbe probe;

    @BeforeEach
    void priceOfTheMoment() {
        price("110", Instant.now());
    }

    @Test
    void pingLeadsToASnapshotInTheLedgerAndOnTheTopic() throws MalformedEventException {
        buy("snapshot");
        var ping = Pings.of("paper");

        assertThat(RawHttp.post(ping)).isEqualTo(204);

        assertThat(Ledger.rows("""
                        select reality, version, trim_scale(cash), trim_scale(realized_pnl), trim_scale(fees),
                               trim_scale(unrealized_pnl), trim_scale(equity), pricing, positions, sequences::text
                        from snapshots where id = ?
                        """, id(ping, "snapshot")))
                .containsExactly(List.of(
                        "PAPER", "1", "998999", "0", "1", "100", "1000099", "CURRENT", "1", "{\"NSE:TCS\": 1}"));
        var sent = sent(ping, "snapshot").getFirst();
        assertThat(sent.key()).isEqualTo("snapshot");
        assertThat(header(sent, "ce_type")).isEqualTo("io.alphapanda.pnl-snapshot.v1");
        assertThat(header(sent, "ce_broker")).isEqualTo("paper");
        assertThat(header(sent, "ce_causationid")).isEqualTo(Pings.id(ping));
        var snapshot = CODEC.decode(sent.value(), PnlSnapshot.class);
        assertThat(snapshot.equity()).contains(Money.of("1000099"));
        assertThat(snapshot.asOf()).isEqualTo(snapshot.takenAt());
        assertThat(snapshot.marks()).singleElement().satisfies(mark -> assertThat(mark.cost())
                .isEqualTo(Money.of("1000")));
    }

    @Test
    void pingDeliveredTwiceIsOneSnapshot() {
        buy("twice");
        var ping = Pings.of("paper");

        assertThat(RawHttp.post(ping)).isEqualTo(204);
        assertThat(RawHttp.post(ping)).isEqualTo(204);

        assertThat(sent(ping, "twice")).hasSize(1);
        assertThat(Ledger.count("select count(*) from snapshots where id = ?", id(ping, "twice")))
                .isEqualTo(1);
    }

    @Test
    void pingDeliveredManyTimesAtOnceIsOneSnapshot() {
        buy("at-once");
        var ping = Pings.of("paper");

        try (var source = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 12)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(() -> RawHttp.post(ping), source))
                    .toList();
            assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(204);
        }

        assertThat(Ledger.count("select count(*) from snapshots where id = ?", id(ping, "at-once")))
                .isEqualTo(1);
        assertThat(sent(ping, "at-once").stream().map(each -> new String(each.value())))
                .isNotEmpty();
        assertThat(sent(ping, "at-once").stream()
                        .map(each -> new String(each.value()))
                        .distinct())
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void processThatDiesAtAStepLosesNoSnapshotAndDoublesNone(ProtocolStep step) {
        var strategy = "dies-" + step.ordinal();
        buy(strategy);
        var ping = Pings.of("paper");
        probe.dieAt(step, Pings.id(ping));

        assertThat(RawHttp.post(ping)).isIn(500, 503);
        Await.until("the ping is taken", () -> RawHttp.post(ping) == 204);

        assertThat(Ledger.count("select count(*) from snapshots where id = ?", id(ping, strategy)))
                .isEqualTo(1);
        Await.until("it is sent", () -> !sent(ping, strategy).isEmpty());
        assertThat(sent(ping, strategy).stream()
                        .map(each -> new String(each.value()))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void pingAnswersForItsOwnLaneOnly() {
        buy("paper", "lanes");
        buy("paper-b", "lanes");
        var ping = Pings.of("paper-b");

        assertThat(RawHttp.post(ping)).isEqualTo(204);

        assertThat(Ledger.rows("select distinct broker from snapshots where ping_id = ?", Pings.id(ping)))
                .containsExactly(List.of("paper-b"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            zerodha | {"broker":"zerodha","task":"SNAPSHOT"} | LANE_NOT_SERVED
            paper   | {"broker":"paper-b","task":"SNAPSHOT"} | LANE_MISMATCH
            paper   | {"broker":"paper","task":"TEA"}        | DATA_MALFORMED
            paper   | {"broker":"paper"}                     | DATA_MALFORMED
            paper   | not JSON                               | DATA_MALFORMED
            """)
    void badPingLiesInTheDeadLettersOfTheSnapshotsTopic(String lane, String data, String reason) {
        var ping = Pings.of(lane).withData(data.getBytes());

        assertThat(RawHttp.post(ping)).isEqualTo(204);

        var dead = TopicReader.await(lane + ".pnl.snapshots.dlq", 1, record -> header(record, "ce_id")
                        .equals(ping.id()))
                .getFirst();
        assertThat(dead.value()).isEqualTo(ping.data());
        assertThat(header(dead, "deadletter-reason")).isEqualTo(reason);
        assertThat(Ledger.count("select count(*) from inbox where event_id = ?", Pings.id(ping)))
                .isZero();
    }

    @Test
    void pingWithoutStampsIsRefused() {
        assertThat(RawHttp.post(Pings.of("paper").without("lane"))).isEqualTo(400);
        assertThat(RawHttp.post(Pings.of("paper").without("topic"))).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"-121", "3600", "-86400"})
    void pingOfAnotherTimeLeadsToNothing(long seconds) {
        buy("other-time" + seconds);
        var ping = Pings.of("paper", Instant.now().plusSeconds(seconds));

        assertThat(RawHttp.post(ping)).isEqualTo(204);

        assertThat(Ledger.count("select count(*) from snapshots where ping_id = ?", Pings.id(ping)))
                .isZero();
    }

    @Test
    void portfolioThatHoldsNothingIsShownOnceMoreAndThenOnlyWhenItIsBookedInto() {
        var fills = new Fills("paper", "flat");
        book(fills.next(Side.BUY, 10, "100"));
        book(fills.next(Side.SELL, 10, "110"));

        assertThat(snapshots("flat", Pings.of("paper"))).isEqualTo(1);
        assertThat(snapshots("flat", Pings.of("paper"))).isZero();
        book(fills.next(Side.BUY, 10, "100"));
        assertThat(snapshots("flat", Pings.of("paper"))).isEqualTo(1);
        assertThat(snapshots("flat", Pings.of("paper"))).isEqualTo(1);
    }

    @Test
    void missingPriceIsSaid() {
        buy("unpriced");
        redis.key().del("market:last:NSE:TCS");
        var ping = Pings.of("paper");

        assertThat(RawHttp.post(ping)).isEqualTo(204);

        assertThat(Ledger.rows(
                        "select pricing, trim_scale(cash), unrealized_pnl, equity, price_at from snapshots where id = ?",
                        id(ping, "unpriced")))
                .containsExactly(java.util.Arrays.asList("MISSING", "998999", null, null, null));
    }

    @Test
    void unreadablePriceCountsAsMissing() {
        buy("unreadable");
        redis.value(String.class).set("market:last:NSE:TCS", "{\"price\":\"-1\"}");
        var ping = Pings.of("paper");

        assertThat(RawHttp.post(ping)).isEqualTo(204);

        assertThat(Ledger.rows("select pricing from snapshots where id = ?", id(ping, "unreadable")))
                .containsExactly(List.of("MISSING"));
    }

    @Test
    void oldPriceGoesInAndItsAgeIsSaid() {
        buy("stale");
        price("120", Instant.now().minus(Duration.ofHours(1)));
        var ping = Pings.of("paper");

        assertThat(RawHttp.post(ping)).isEqualTo(204);

        assertThat(Ledger.rows(
                        "select pricing, trim_scale(equity), price_age between 3590 and 3610 from snapshots where id = ?",
                        id(ping, "stale")))
                .containsExactly(List.of("STALE", "1000199", "t"));
    }

    /// A booking that is written and not committed: cash is changed, the position not yet, as far as others could see.
    @Test
    void fillBeingBookedIsSeenWholeOrNotAtAll() throws SQLException {
        buy("half-booked");
        var during = Pings.of("paper");
        var after = Pings.of("paper");
        try (var booking = connection()) {
            booking.setAutoCommit(false);
            try (var statement = booking.createStatement()) {
                statement.executeUpdate("update portfolios set cash = cash - 1101, fees = fees + 1, version = 2"
                        + " where strategy = 'half-booked'");
                assertThat(RawHttp.post(during)).isEqualTo(204);
                statement.executeUpdate("update positions set quantity = 20, cost = 2100, sequence = 2"
                        + " where strategy = 'half-booked'");
            }
            booking.commit();
        }
        assertThat(RawHttp.post(after)).isEqualTo(204);

        var shown = "select version, trim_scale(cash), trim_scale(equity), sequences::text from snapshots where id = ?";
        assertThat(Ledger.rows(shown, id(during, "half-booked")))
                .containsExactly(List.of("1", "998999", "1000099", "{\"NSE:TCS\": 1}"));
        assertThat(Ledger.rows(shown, id(after, "half-booked")))
                .containsExactly(List.of("2", "997898", "1000098", "{\"NSE:TCS\": 2}"));
    }

    @Test
    void snapshotsTakenWhileFillsAreBookedShowTheBooksOfTheirVersion() {
        var fills = new Fills("paper", "busy");
        try (var timer = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                var ping = Pings.of("paper");
                var fired = CompletableFuture.supplyAsync(() -> RawHttp.post(ping), timer);
                book(fills.next(i % 3 == 2 ? Side.SELL : Side.BUY, 7, Integer.toString(100 + i)));
                assertThat(fired.join()).isEqualTo(204);
            }
        }

        assertThat(Ledger.count("select count(*) from snapshots where strategy = 'busy'"))
                .isGreaterThan(5);
        assertThat(Ledger.rows("""
                select s.id from snapshots s
                cross join lateral (select sum(b.cash_change) as cash_change, sum(b.realized) as realized, count(*) as bookings
                                    from bookings b where b.strategy = s.strategy and b.broker = s.broker
                                      and b.sequence <= (s.sequences ->> b.instrument)::bigint) b
                where s.strategy = 'busy' and (s.cash, s.realized_pnl, s.version) is distinct from
                    (s.starting_cash + b.cash_change, b.realized, b.bookings)
                """)).isEmpty();
    }

    private void price(String price, Instant at) {
        redis.value(String.class)
                .set(
                        "market:last:NSE:TCS",
                        "{\"price\":\"%s\",\"time\":\"%s\",\"ordinal\":1,\"stream\":\"nse-1\"}".formatted(price, at));
    }

    private static void buy(String strategy) {
        buy("paper", strategy);
    }

    private static void buy(String lane, String strategy) {
        book(new Fills(lane, strategy).next(Side.BUY, 10, "100"));
    }

    private static void book(Knock fill) {
        assertThat(RawHttp.post(fill)).isEqualTo(204);
    }

    private static long snapshots(String strategy, Knock ping) {
        assertThat(RawHttp.post(ping)).isEqualTo(204);
        return Ledger.count("select count(*) from snapshots where id = ?", id(ping, strategy));
    }

    private static String id(Knock ping, String strategy) {
        return Pings.id(ping) + "/" + strategy + "@" + ping.lane();
    }

    private static List<ConsumerRecord<String, byte[]>> sent(Knock ping, String strategy) {
        return TopicReader.all(ping.topic(), record -> header(record, "ce_id").equals(id(ping, strategy)));
    }

    private static java.sql.Connection connection() throws SQLException {
        var configuration = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                configuration.getValue("test.jdbc.url", String.class),
                configuration.getValue("panda.database.user", String.class),
                "postgres");
    }
}
