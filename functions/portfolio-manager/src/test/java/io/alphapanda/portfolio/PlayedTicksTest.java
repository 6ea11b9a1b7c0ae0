package io.alphapanda.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.event.ConsumerGroups;
import io.alphapanda.domain.money.Side;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.testing.RawHttp;
import io.alphapanda.stage.testing.StreamDoorway;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Ticks of a day that is long past, behind the stream door.
@QuarkusTest
@QuarkusTestResource(House.class)
@TestProfile(PlayedTicks.class)
class PlayedTicksTest {

    @Inject
    RedisDataSource redis;

    @Test
    void snapshotCarriesTheTimeOfTheNewestPriceAndThePingsOwn() {
        redis.value(String.class).set("market:last:NSE:TCS", "{\"price\":\"110\",\"time\":\"2021-06-03T05:30:00Z\"}");
        try (var door = new StreamDoorway(ConsumerGroups::portfolioManager)) {
            door.deliver(List.of(new Fills("paper", "played").next(Side.BUY, 10, "100")));
        }
        var ping = Pings.of("paper");

        assertThat(RawHttp.post(ping)).isEqualTo(204);

        assertThat(Ledger.rows(
                        "select as_of = '2021-06-03T05:30:00Z', taken_at > '2022-01-01', price_age, pricing from snapshots"
                                + " where strategy = 'played' and ping_id = ?",
                        Pings.id(ping)))
                .containsExactly(List.of("t", "t", "0", "CURRENT"));
    }

    @Test
    void whatLiesOnATopicIsStillRefusedByHttp() {
        assertThat(RawHttp.post(new Fills("paper", "by-http").next(Side.BUY, 10, "100")))
                .isEqualTo(409);
    }
}
