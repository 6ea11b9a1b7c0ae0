package io.alphapanda.feed;

import static io.alphapanda.stage.testing.TopicReader.header;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.market.TickBatch;
import io.alphapanda.stage.event.EventCodec;
import io.alphapanda.stage.event.MalformedEventException;
import io.alphapanda.stage.meter.StageMeters;
import io.alphapanda.stage.testing.Await;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.testing.PackagedFunction;
import io.alphapanda.stage.testing.Redis;
import io.alphapanda.stage.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The feed publishes the file of [RecordedDay].
@QuarkusIntegrationTest
@QuarkusTestResource(House.class)
@QuarkusTestResource(RecordedDay.class)
class MarketFeedIT extends PackagedFunction {

    private static final String TOPIC = "market.equity.ticks";

    MarketFeedIT() {
        super(Stream.of(StageMeters.ALL, FeedMeters.ALL).flatMap(List::stream).toList());
    }

    @Test
    void batchesLieInTheirTopicUnderTheirIdsInOrder() throws MalformedEventException {
        var codec = new EventCodec();
        var next = new HashMap<Integer, Long>();

        for (var record : TopicReader.await(TOPIC, 4, _ -> true)) {
            var batch = codec.decode(record.value(), TickBatch.class);
            assertThat(header(record, "ce_id")).isEqualTo(Ids.batch(batch));
            assertThat(header(record, "ce_type")).isEqualTo("io.alphapanda.tick-batch.v1");
            assertThat(record.key()).isEqualTo(Integer.toString(batch.shard()));
            assertThat(record.partition()).isEqualTo(batch.shard());
            assertThat(batch.stream()).hasToString("recorded-day");
            assertThat(batch.sequence().n()).isEqualTo(next.merge(batch.shard(), 1L, Long::sum));
        }
    }

    @Test
    void statusTellsWhatWasPublished() {
        Await.until("the file's end", () -> status().getString("state").equals("ended"));

        var status = status();
        assertThat(status.getString("stream")).isEqualTo("recorded-day");
        assertThat(status.getString("assetClass")).isEqualTo("equity");
        assertThat(status.getLong("ticksPublished")).isEqualTo(3);
        assertThat(status.getString("brokenLines.first[0].reason")).isEqualTo("price 'none' is not a decimal number");
    }

    @Test
    void lastPriceIsInRedisAndTheLeaseInTheLedger() {
        Await.until("the last price is written", () -> Redis.get("market:last:NSE:TCS")
                .contains("3100.1"));
        assertThat(Redis.get("market:last:NSE:TCS")).endsWith("\"ordinal\":2,\"stream\":\"recorded-day\"}");
        assertThat(Ledger.count("select count(*) from publishers")).isPositive();
    }

    private static JsonPath status() {
        return given().get("/status").then().statusCode(200).extract().jsonPath();
    }
}
