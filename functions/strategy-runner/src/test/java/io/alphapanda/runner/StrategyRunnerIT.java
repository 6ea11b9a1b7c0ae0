package io.alphapanda.runner;

import static io.alphapanda.stage.testing.TopicReader.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.stage.meter.StageMeters;
import io.alphapanda.stage.testing.Door;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.Knock;
import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.testing.PackagedDoor;
import io.alphapanda.stage.testing.Redis;
import io.alphapanda.stage.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/// The strategies are those of [RunnerProfile]: every tick is a pulse in both lanes.
@QuarkusIntegrationTest
@QuarkusTestResource(House.class)
@TestProfile(RunnerProfile.class)
class StrategyRunnerIT extends PackagedDoor {

    private static final List<String> LANES = List.of("paper", "paper-b");

    StrategyRunnerIT() {
        super(
                "strategy-runner",
                Stream.of(StageMeters.ALL, RunnerMeters.ALL)
                        .flatMap(List::stream)
                        .toList());
    }

    @Test
    void strategiesOfTheFilesAreInTheLedger() {
        assertThat(Ledger.rows("select id from strategies order by id")).contains(List.of("pulse"), List.of("solo"));
    }

    @Test
    void whatStrategiesRememberIsReadAgainByTheNextProcess() {
        var shard = new Shardful();

        assertThat(Shardful.post(shard.next("100"))).isEqualTo(204);

        assertThat(Redis.get("strategy:state:" + shard.instrument()))
                .startsWith("{\"stream\":\"runner-test\",\"lastOrdinal\":1,\"strategies\":{\"pulse\":{");
        // As if this process had just started: what it keeps of the shard is out of date, so it reads Redis.
        Redis.hset(shard.redisKey(), "n", "7");
        for (int i = 0; i < 7; i++) {
            shard.skip();
        }
        assertThat(Shardful.post(shard.next("101"))).isEqualTo(204);
        assertThat(Redis.get("strategy:state:" + shard.instrument())).contains("\"lastOrdinal\":2");
    }

    @Override
    protected Knock event(String name) {
        var batch = new Shardful().next("100");
        var headers = Shardful.headers(batch);
        headers.put("ce-subject", name);
        return new Knock("market", headers.get("ce-topic"), headers, Door.json(batch));
    }

    @Override
    protected Knock strayed(String name) {
        return event(name).with("topic", "market.crypto.ticks");
    }

    @Override
    protected void assertOnce(Knock knock) {
        for (var lane : LANES) {
            var records = TopicReader.await(lane + ".signals.raw", 1, record -> isOf(knock, record));
            assertThat(records)
                    .extracting(record -> header(record, "ce_id"))
                    .allMatch(id -> id.contains("/pulse/") && id.endsWith("/1@" + lane));
            assertThat(records).allSatisfy(record -> assertThat(record.value())
                    .isEqualTo(records.getFirst().value()));
        }
    }

    @Override
    protected void assertNothingDone(Knock knock) {
        for (var lane : LANES) {
            assertThat(TopicReader.all(lane + ".signals.raw", record -> isOf(knock, record)))
                    .isEmpty();
        }
    }

    private static boolean isOf(Knock knock, ConsumerRecord<String, byte[]> record) {
        return header(record, "ce_causationid").equals(knock.id());
    }
}
