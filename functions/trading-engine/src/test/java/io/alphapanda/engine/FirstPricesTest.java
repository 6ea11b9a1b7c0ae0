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
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/// Two lanes with an order each that waits for its instrument's first price.
@QuarkusTest
@QuarkusTestResource(House.class)
class FirstPricesTest {

    private static final String INSTRUMENT = "NSE:HANGING";

    @Inject
    RedisDataSource redis;

    @Test
    void laneWhoseDatabaseWorkHangsDelaysNoOtherLanesWaitingOrder() throws SQLException {
        var hanging = new Signals("paper", "hangs", INSTRUMENT).next(Side.BUY, 10);
        var other = new Signals("paper-b", "hangs", INSTRUMENT).next(Side.BUY, 10);
        assertThat(post(hanging)).isEqualTo(204);
        assertThat(post(other)).isEqualTo(204);

        try (var connection = DriverManager.getConnection(
                        config("test.jdbc.url"), config("panda.database.user"), config("panda.database.password"));
                var held = connection.createStatement()) {
            connection.setAutoCommit(false);
            held.execute("select pg_advisory_xact_lock(hashtextextended('paper/hangs:" + INSTRUMENT + "', 0))");
            price(hanging);

            TopicReader.await("paper-b.orders.filled", 1, record -> header(record, "ce_id")
                    .contains("/hangs/"));
            assertThat(status("paper")).isEqualTo(List.of("INTENDED"));
        }

        TopicReader.await(
                "paper.orders.filled", 1, record -> header(record, "ce_id").contains("/hangs/"));
        assertThat(status("paper")).isEqualTo(List.of("FILLED"));
    }

    private static List<String> status(String lane) {
        return Ledger.rows("select status from orders where strategy = 'hangs' and broker = ?", lane)
                .getFirst();
    }

    private void price(LaneSignal signal) {
        redis.value(String.class)
                .set(
                        "market:last:" + INSTRUMENT,
                        "{\"price\":\"100\",\"time\":\"" + signal.signal().referenceTime()
                                + "\",\"ordinal\":1,\"stream\":\"test-1\"}");
    }

    private static String config(String key) {
        return ConfigProvider.getConfig().getValue(key, String.class);
    }

    private static int post(LaneSignal signal) {
        var headers = Door.headers(
                EventType.SIGNAL_VALIDATED,
                Ids.validated(signal.id()),
                signal.broker().name(),
                Topics.signalsValidated(signal.broker()),
                signal.signal().partitionKey(),
                signal.signal().id(),
                signal.signal().referenceTime());
        return Door.post(headers, Door.json(new SignalValidated(signal, List.of(), Optional.empty())));
    }
}
