package io.alphapanda.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.event.OrderFilled;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.order.Fill;
import io.alphapanda.domain.order.Order;
import io.alphapanda.domain.order.OrderRequest;
import io.alphapanda.stage.meter.StageMeters;
import io.alphapanda.stage.testing.Await;
import io.alphapanda.stage.testing.Door;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.testing.MetricsPage;
import io.alphapanda.stage.testing.RawHttp;
import io.alphapanda.stage.testing.Scrape;
import io.alphapanda.stage.testing.Signals;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.keys.RedisValueType;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(House.class)
class PortfolioDoorTest {

    private static final String POSITIONS = "paper-b:positions:NSE:TCS";

    @Inject
    RedisDataSource redis;

    @Test
    void fillsAreBookedAtAverageCost() {
        var fills = fills("books", "100", "110", "120");

        fills.forEach(fill -> assertThat(post(fill)).isEqualTo(204));

        // Bought 10 at 100 and 10 at 110, sold 10 at 120: average 105, realised 150, a rupee of fees each time.
        assertThat(
                        Ledger.rows(
                                "select cash::float8, realized_pnl::float8, fees::float8, version from portfolios where strategy = 'books'"))
                .containsExactly(List.of("999097", "150", "3", "3"));
        assertThat(Ledger.rows(
                        "select quantity::float8, cost::float8, sequence from positions where strategy = 'books'"))
                .containsExactly(List.of("10", "1050", "3"));
    }

    @Test
    void whatAFillCostsAgainstItsSignalsPriceIsMeasuredOnceHoweverOftenItComes() throws IOException {
        var before = Scrape.now();
        var fills = new Fills("paper-b", "measured");
        var worse = fills.next(Side.BUY, 10, "101");
        var better = fills.next(Side.SELL, 10, "102");

        for (var knock : List.of(worse, worse, better, better)) {
            assertThat(RawHttp.post(knock)).isEqualTo(204);
        }

        var after = Scrape.now();
        assertThat(grown(before, after, "panda_fill_slippage_bps_count", "direction", "against"))
                .isEqualTo(1);
        assertThat(grown(before, after, "panda_fill_slippage_bps_sum", "direction", "against"))
                .isEqualTo(100);
        assertThat(grown(before, after, "panda_fill_slippage_bps_sum", "direction", "in-favour"))
                .isEqualTo(200);
        assertThat(grown(before, after, "panda_fill_age_seconds_count")).isEqualTo(2);
        var all = new ArrayList<>(StageMeters.ALL);
        all.addAll(BookMeters.ALL);
        MetricsPage.assertOnlyDocumented(after, all);
        MetricsPage.check("portfolio-manager", BookMeters.ALL);
    }

    private static double grown(Scrape before, Scrape after, String name, String... more) {
        var labels =
                Stream.concat(Stream.of("lane", "paper-b"), Stream.of(more)).toArray(String[]::new);
        return after.sum(name, labels) - before.sum(name, labels);
    }

    @Test
    void fillsDeliveredInTheOtherOrderGiveTheSameBooks() {
        var fills = fills("other-order", "100", "110", "120");

        assertThat(post(fills.get(2))).isEqualTo(503);
        assertThat(post(fills.get(1))).isEqualTo(503);
        fills.forEach(fill -> assertThat(post(fill)).isEqualTo(204));

        assertThat(Ledger.rows("select cash::float8 from portfolios where strategy = 'other-order'"))
                .containsExactly(List.of("999097"));
    }

    @Test
    void viewFollowsTheBooks() {
        assertThat(post(fills("viewed", "100").getFirst())).isEqualTo(204);

        var deadline = Instant.now().plus(Duration.ofSeconds(10));
        String json;
        do {
            json = redis.hash(String.class).hget("paper:portfolio:viewed", "json");
        } while (json == null && Instant.now().isBefore(deadline));

        assertThat(json)
                .isEqualTo("{\"broker\":\"paper\",\"strategy\":\"viewed\",\"startingCash\":\"1000000\","
                        + "\"cash\":\"998999\",\"realizedPnl\":\"0\",\"fees\":\"1\",\"version\":1}");
        assertThat(redis.hash(String.class).hget("paper:positions:NSE:TCS", "viewed"))
                .isEqualTo(
                        "{\"quantity\":\"10\",\"cost\":\"1000\",\"realizedPnl\":\"0\",\"fees\":\"1\",\"sequence\":1}");
    }

    @Test
    void whatLiesInAViewsPlaceIsWrittenOverAndOtherPortfoliosInItAreShownAgain() throws IOException {
        var spoilt = new Fills("paper-b", "spoilt");
        var beside = new Fills("paper-b", "beside");
        assertThat(RawHttp.post(spoilt.next(Side.BUY, 10, "101"))).isEqualTo(204);
        assertThat(RawHttp.post(beside.next(Side.BUY, 20, "101"))).isEqualTo(204);
        Await.until("both are shown", () -> shown("spoilt", "10") && shown("beside", "20"));

        for (var key : List.of("paper-b:portfolio:spoilt", POSITIONS)) {
            redis.key().del(key);
            redis.list(String.class).lpush(key, "of no use");
        }
        assertThat(RawHttp.post(spoilt.next(Side.BUY, 5, "101"))).isEqualTo(204);

        Await.until("both are shown again", () -> shown("spoilt", "15") && shown("beside", "20"));
        assertThat(redis.hash(String.class).hget("paper-b:portfolio:spoilt", "version"))
                .isEqualTo("2");
    }

    @Test
    void aViewWhoseVersionIsNoNumberIsWrittenOver() throws IOException {
        var fills = new Fills("paper-b", "unnumbered");
        redis.hash(String.class).hset("paper-b:portfolio:unnumbered", "version", "of no use");

        assertThat(RawHttp.post(fills.next(Side.BUY, 10, "101"))).isEqualTo(204);

        Await.until("it is shown", () -> "1"
                .equals(redis.hash(String.class).hget("paper-b:portfolio:unnumbered", "version")));
    }

    private boolean shown(String strategy, String quantity) {
        return redis.key().type(POSITIONS) == RedisValueType.HASH
                && String.valueOf(redis.hash(String.class).hget(POSITIONS, strategy))
                        .contains("\"quantity\":\"" + quantity + "\"");
    }

    /// Ten bought at each price but the last of three, where ten are sold.
    private static List<OrderFilled> fills(String strategy, String... prices) {
        var signals = new Signals("paper", strategy);
        var events = new ArrayList<OrderFilled>();
        Optional<String> follows = Optional.empty();
        for (int i = 0; i < prices.length; i++) {
            var side = i == 2 ? Side.SELL : Side.BUY;
            var request = OrderRequest.of(signals.next(side, 10));
            var fill = new Fill(
                    Ids.fill(request.orderId(), 1),
                    request.quantity(),
                    Price.of(prices[i]),
                    Money.of("1"),
                    request.referenceTime());
            events.add(new OrderFilled(Order.intended(request).filled(fill), fill, i + 1, follows));
            follows = Optional.of(Ids.orderEvent(request.orderId(), 2));
        }
        return events;
    }

    private static int post(OrderFilled filled) {
        var request = filled.order().request();
        var headers = Door.headers(
                EventType.ORDER_FILLED,
                Ids.orderEvent(request.orderId(), filled.order().version()),
                request.broker().name(),
                Topics.ordersFilled(request.broker()),
                request.partitionKey(),
                request.correlationId(),
                filled.fill().executedAt());
        return Door.post(headers, Door.json(filled));
    }
}
