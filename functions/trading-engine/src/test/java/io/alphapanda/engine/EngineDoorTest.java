package io.alphapanda.engine;

import static io.alphapanda.stage.testing.TopicReader.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.event.SignalValidated;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.signal.LaneSignal;
import io.alphapanda.stage.testing.Door;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.testing.Signals;
import io.alphapanda.stage.testing.TopicReader;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(House.class)
class EngineDoorTest {

    @Inject
    RedisDataSource redis;

    @BeforeEach
    void tcsHasAPrice() {
        price("NSE:TCS", Signals.TIME);
    }

    @Test
    void approvalIsFilledFromItsReferencePriceWithSlippageAndCommission() {
        var signal = new Signals("paper", "fills").next(Side.BUY, 10);

        assertThat(post(signal, Optional.empty())).isEqualTo(204);

        var order = Ids.order(signal.id(), 1);
        // 100 worsened by 5 basis points is 100.05; 10 basis points commission of 1000.5.
        assertThat(Ledger.rows(
                        "select side, sequence, quantity::float8, price::float8, fees::float8 from fills where order_id = ?",
                        order))
                .containsExactly(List.of("BUY", "1", "10", "100.05", "1.0005"));
        assertThat(Ledger.rows("select status, kind, version, failure from orders where id = ?", order))
                .containsExactly(Arrays.asList("FILLED", "paper", "2", null));
        assertThat(Ledger.rows(
                        "select version, status from order_transitions where order_id = ? order by version", order))
                .containsExactly(List.of("1", "INTENDED"), List.of("2", "FILLED"));
        assertThat(TopicReader.await("paper.orders.filled", 1, ofStrategy("fills")))
                .singleElement()
                .satisfies(record -> {
                    assertThat(header(record, "ce_id")).isEqualTo(order + "/v2");
                    assertThat(header(record, "ce_correlationid"))
                            .isEqualTo(signal.signal().id());
                });
    }

    @Test
    void approvalAheadOfTheOneBeforeItIsSentBack() {
        var signals = new Signals("paper", "order");
        var first = signals.next(Side.BUY, 10);
        var second = signals.next(Side.SELL, 5);
        var follows = Optional.of(Ids.validated(first.id()));

        assertThat(post(second, follows)).isEqualTo(503);
        assertThat(post(first, Optional.empty())).isEqualTo(204);
        assertThat(post(second, follows)).isEqualTo(204);

        assertThat(Ledger.rows("select sequence, side from fills where strategy = 'order' order by sequence"))
                .containsExactly(List.of("1", "BUY"), List.of("2", "SELL"));
    }

    @Test
    void approvalWhileTheMarketIsClosedFailsWithAReason() {
        var signal = new Signals("paper", "closed").next(Side.BUY, 10, "100", Instant.parse("2026-03-03T05:30:00Z"));

        assertThat(post(signal, Optional.empty())).isEqualTo(204);

        assertThat(Ledger.rows("select status, failure from orders where strategy = 'closed'"))
                .containsExactly(List.of("FAILED", "MARKET_CLOSED"));
        assertThat(TopicReader.await("paper.orders.failed", 1, ofStrategy("closed")))
                .hasSize(1);
    }

    @Test
    void orderWaitsForItsInstrumentsFirstPrice() {
        var signal = new Signals("paper", "warm-up", "NSE:NEWCOMER").next(Side.BUY, 10);

        assertThat(post(signal, Optional.empty())).isEqualTo(204);
        assertThat(Ledger.rows("select status, waits_for_price from orders where strategy = 'warm-up'"))
                .containsExactly(List.of("INTENDED", "t"));

        price("NSE:NEWCOMER", signal.signal().referenceTime().plusSeconds(5));

        TopicReader.await("paper.orders.filled", 1, ofStrategy("warm-up"));
        assertThat(Ledger.rows("select status, waits_for_price from orders where strategy = 'warm-up'"))
                .containsExactly(List.of("FILLED", "f"));
    }

    @Test
    void orderExpiresWhenItsFirstPriceComesTooLate() {
        var signal = new Signals("paper", "too-late", "NSE:LATECOMER").next(Side.BUY, 10);

        assertThat(post(signal, Optional.empty())).isEqualTo(204);
        price("NSE:LATECOMER", signal.signal().expiresAt());

        TopicReader.await("paper.orders.failed", 1, ofStrategy("too-late"));
        assertThat(Ledger.rows("select status, failure from orders where strategy = 'too-late'"))
                .containsExactly(List.of("EXPIRED", "SIGNAL_EXPIRED"));
    }

    private void price(String instrument, Instant time) {
        redis.value(String.class)
                .set(
                        "market:last:" + instrument,
                        "{\"price\":\"100\",\"time\":\"" + time + "\",\"ordinal\":1,\"stream\":\"test-1\"}");
    }

    private static int post(LaneSignal signal, Optional<String> follows) {
        var approval = new SignalValidated(signal, List.of(), follows);
        var headers = Door.headers(
                EventType.SIGNAL_VALIDATED,
                Ids.validated(signal.id()),
                signal.broker().name(),
                Topics.signalsValidated(signal.broker()),
                signal.signal().partitionKey(),
                signal.signal().id(),
                signal.signal().referenceTime());
        return Door.post(headers, Door.json(approval));
    }

    private static Predicate<ConsumerRecord<String, byte[]>> ofStrategy(String strategy) {
        return record -> header(record, "ce_id").contains("/" + strategy + "/");
    }
}
