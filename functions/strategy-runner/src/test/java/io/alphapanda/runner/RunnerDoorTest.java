package io.alphapanda.runner;

import static io.alphapanda.stage.testing.TopicReader.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.market.TickBatch;
import io.alphapanda.domain.signal.LaneSignal;
import io.alphapanda.stage.delivery.ProtocolStep;
import io.alphapanda.stage.event.EventCodec;
import io.alphapanda.stage.testing.Door;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.KeptSpans;
import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.testing.TopicReader;
import io.alphapanda.stage.trace.TraceKeys;
import io.alphapanda.stage.trace.Traceparent;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(House.class)
@TestProfile(RunnerProfile.class)
class RunnerDoorTest {

    private static final String RAW = "paper.signals.raw";
    private static final String RAW_B = "paper-b.signals.raw";
    private static final String DEAD = "market.equity.ticks.dlq";

    @Inject
    Deaths deaths;

    @Inject
    RedisDataSource redis;

    @Inject
    EventCodec codec;

    @Test
    void aSignalIsCopiedToEveryLaneOfItsStrategyWithOneCorrelationId() throws Exception {
        var shard = new Shardful();
        var batch = shard.next("100");

        assertThat(Shardful.post(batch)).isEqualTo(204);

        var signalId = "runner-test/pulse/" + shard.instrument() + "/1";
        for (var lane : List.of("paper", "paper-b")) {
            var records = await(lane, shard, 1);
            assertThat(records).singleElement().satisfies(record -> {
                assertThat(header(record, "ce_id")).isEqualTo(signalId + "@" + lane);
                assertThat(header(record, "ce_type")).isEqualTo("io.alphapanda.signal-generated.v1");
                assertThat(header(record, "ce_source")).isEqualTo("/alpha-panda/strategy-runner");
                assertThat(header(record, "ce_broker")).isEqualTo(lane);
                assertThat(header(record, "ce_correlationid")).isEqualTo(signalId);
                assertThat(header(record, "ce_causationid")).isEqualTo(Ids.batch(batch));
                assertThat(header(record, "ce_partitionkey")).isEqualTo("pulse:" + shard.instrument());
                assertThat(record.key()).isEqualTo("pulse:" + shard.instrument());
            });
            var copy = codec.decode(records.getFirst().value(), LaneSignal.class);
            assertThat(copy.signal().quantity()).hasToString("5");
            assertThat(copy.signal().referencePrice()).hasToString("100");
            assertThat(copy.signal().dueAt()).isEqualTo(batch.dueAt());
            assertThat(copy.follows()).isEmpty();
        }
    }

    @Test
    void aSignalBeginsATraceThatAllItsCopiesCarryHoweverOftenItsBatchComes() {
        var shard = new Shardful();
        var batch = shard.next("100");

        assertThat(Shardful.post(batch)).isEqualTo(204);
        assertThat(Shardful.post(batch)).isEqualTo(204);

        var idea = "runner-test/pulse/" + shard.instrument() + "/1";
        var trace = Traceparent.of(idea, true);
        for (var lane : List.of("paper", "paper-b")) {
            assertThat(await(lane, shard, 1))
                    .extracting(each -> header(each, "traceparent"))
                    .containsExactly(trace.toString());
        }
        var spans = KeptSpans.ALL.await(3, span -> span.getTraceId().equals(trace.traceId()));
        assertThat(spans)
                .extracting(SpanData::getName)
                .containsExactlyInAnyOrder("decide", "send " + RAW, "send " + RAW_B);
        assertThat(spans).allSatisfy(span -> assertThat(KeptSpans.said(span, TraceKeys.CORRELATION_ID))
                .isEqualTo(idea));
        assertThat(spans.stream().filter(each -> each.getKind() == SpanKind.PRODUCER))
                .allSatisfy(span -> assertThat(span.getParentSpanId()).isEqualTo(trace.spanId()));
    }

    @Test
    void aStrategyOfOneLaneReachesThatLaneAlone() {
        var shard = new Shardful();

        assertThat(Shardful.post(shard.next("100", "102"))).isEqualTo(204);

        var solo = await("paper-b", shard, 3).stream()
                .map(RunnerDoorTest::id)
                .filter(each -> each.contains("/solo/"))
                .toList();
        assertThat(solo).containsExactly(shard.copy("solo", 2, "paper-b"));
        assertThat(await("paper", shard, 2)).noneMatch(record -> id(record).contains("/solo/"));
    }

    @Test
    void eachCopyFollowsTheOneBeforeItInItsLaneAcrossBatches() throws Exception {
        var shard = new Shardful();

        assertThat(Shardful.post(shard.next("100"))).isEqualTo(204);
        assertThat(Shardful.post(shard.next("100"))).isEqualTo(204);

        var second = await("paper", shard, 2).stream()
                .filter(record -> id(record).equals(shard.copy("pulse", 2, "paper")))
                .findFirst()
                .orElseThrow();
        assertThat(codec.decode(second.value(), LaneSignal.class).follows())
                .isEqualTo(Optional.of(shard.copy("pulse", 1, "paper")));
    }

    @Test
    void aBatchDeliveredTwiceLeadsToTheSameSignalsOnce() {
        var shard = new Shardful();
        var batch = shard.next("100", "100");

        assertThat(Shardful.post(batch)).isEqualTo(204);
        assertThat(Shardful.post(batch)).isEqualTo(204);

        assertSignals(shard, "paper", 1, 2);
    }

    @Test
    void aBatchDeliveredManyTimesAtOnceLeadsToItsSignalsOnce() {
        var shard = new Shardful();
        var batch = shard.next("100", "100", "100");

        var answers = IntStream.range(0, 12)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> Shardful.post(batch)))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(204);
        assertSignals(shard, "paper", 1, 2, 3);
    }

    @Test
    void aBatchThatComesLateBehindANewerOneChangesNothing() {
        var shard = new Shardful();
        var first = shard.next("100");
        var second = shard.next("100");

        assertThat(Shardful.post(first)).isEqualTo(204);
        assertThat(Shardful.post(second)).isEqualTo(204);
        assertThat(Shardful.post(first)).isEqualTo(204);

        assertSignals(shard, "paper", 1, 2);
    }

    @ParameterizedTest
    @EnumSource(ProtocolStep.class)
    void aProcessKilledAtAnyStepLeavesTheSignalsToBeSentOnce(ProtocolStep step) {
        var shard = new Shardful();
        var batch = shard.next("100", "100");
        deaths.at(step, Ids.batch(batch));

        int answer = Shardful.post(batch);

        // Publishing is in the background, so only a death before the answer shows in it.
        assertThat(answer).isEqualTo(step == ProtocolStep.AFTER_PUBLISH ? 204 : 500);
        assertThat(Shardful.post(batch)).isEqualTo(204);
        assertThat(distinct(await("paper", shard, 2)))
                .containsExactlyInAnyOrder(shard.copy("pulse", 1, "paper"), shard.copy("pulse", 2, "paper"));
        assertThat(Shardful.post(shard.next("100"))).isEqualTo(204);
        assertThat(distinct(await("paper", shard, 3))).contains(shard.copy("pulse", 3, "paper"));
    }

    @Test
    void signalsLeftInTheOutboxBySomebodyKilledAreSentByTheSweep() {
        var shard = new Shardful();
        var batch = shard.next("100");
        deaths.at(ProtocolStep.AFTER_COMMIT, Ids.batch(batch));

        assertThat(Shardful.post(batch)).isEqualTo(500);

        assertThat(distinct(await("paper", shard, 1))).containsExactly(shard.copy("pulse", 1, "paper"));
        assertThat(distinct(await("paper-b", shard, 1))).containsExactly(shard.copy("pulse", 1, "paper-b"));
        awaitEmptyOutbox();
    }

    @Test
    void aShardMovedByAnotherProcessIsReadAgain() {
        var shard = new Shardful();
        assertThat(Shardful.post(shard.next("100"))).isEqualTo(204);
        // Another process has committed batch 2 and what strategies remember since then.
        var batch = shard.next("100");
        redis.hash(String.class).hset(shard.redisKey(), "n", "2");

        assertThat(Shardful.post(batch)).isEqualTo(204);
        assertThat(Shardful.post(shard.next("100"))).isEqualTo(204);

        assertSignals(shard, "paper", 1, 3);
    }

    @Test
    void memoryLostWithRedisMeansWarmingUpAgainUnderTheSameIds() {
        var shard = new Shardful();
        assertThat(Shardful.post(shard.next("100", "101"))).isEqualTo(204);
        redis.key().del(shard.redisKey(), "strategy:state:" + shard.instrument());

        assertThat(Shardful.post(shard.next("102.5"))).isEqualTo(204);

        // The momentum of two prices needs its first one again, so only the pulse is felt.
        assertThat(distinct(await("paper-b", shard, 3)))
                .containsExactlyInAnyOrder(
                        shard.copy("pulse", 1, "paper-b"),
                        shard.copy("pulse", 2, "paper-b"),
                        shard.copy("pulse", 3, "paper-b"));
    }

    @Test
    void aReplacedPublishersBatchIsAcknowledgedAndChangesNothing() {
        var shard = new Shardful();
        var old = shard.next("100");
        shard.newPublisher();
        var current = shard.next("100");

        assertThat(Shardful.post(current)).isEqualTo(204);
        assertThat(Shardful.post(old)).isEqualTo(204);
        shard.oldPublisher();
        assertThat(Shardful.post(shard.next("100")))
                .as("it counts on beyond its successor")
                .isEqualTo(204);

        assertSignals(shard, "paper", 2);
    }

    @Test
    void aMissingBatchIsNoReasonToStop() {
        var shard = new Shardful();
        assertThat(Shardful.post(shard.next("100"))).isEqualTo(204);
        shard.skip();

        assertThat(Shardful.post(shard.next("100"))).isEqualTo(204);

        assertSignals(shard, "paper", 1, 2);
    }

    @Test
    void aBatchOnAnotherMarketsTopicIsDeadLettered() {
        var shard = new Shardful();
        var batch = shard.next("100");
        var headers = Shardful.headers(batch);
        headers.put("ce-topic", "market.crypto.ticks");

        assertThat(Door.post(headers, Door.json(batch))).isEqualTo(204);

        var dead = TopicReader.await("market.crypto.ticks.dlq", 1, each -> id(each).equals(Ids.batch(batch)));
        assertThat(header(dead.getFirst(), "deadletter-reason")).isEqualTo("LANE_MISMATCH");
        assertThat(dead.getFirst().value()).isEqualTo(Door.json(batch));
    }

    @Test
    void malformedDataIsDeadLetteredWithItsBytes() {
        var shard = new Shardful();
        var headers = Shardful.headers(shard.next("100"));
        var data = "{\"stream\": \"x\", \"ticks\": [{\"price\": -1}]".getBytes(StandardCharsets.UTF_8);

        assertThat(Door.post(headers, data)).isEqualTo(204);

        var dead = TopicReader.await(DEAD, 1, each -> id(each).equals(headers.get("ce-id")));
        assertThat(header(dead.getFirst(), "deadletter-reason")).isEqualTo("DATA_MALFORMED");
        assertThat(dead.getFirst().value()).isEqualTo(data);
    }

    @Test
    void aDefinitionChangedInTheLedgerIsInForceFromARecordedBatch() throws Exception {
        var shard = new Shardful();
        assertThat(Shardful.post(shard.next("100"))).isEqualTo(204);
        var before = redis.hash(String.class).hget(shard.redisKey(), "definitions");

        Ledger.rows("""
                update strategies set version = nextval('strategy_versions'), source = 'test',
                    definition = jsonb_set(definition, '{size}', '7') where id = 'pulse'
                """);

        TickBatch first = null;
        var deadline = Instant.now().plus(Duration.ofSeconds(20));
        while (before.equals(redis.hash(String.class).hget(shard.redisKey(), "definitions"))) {
            assertThat(Instant.now()).as("the change came into force").isBefore(deadline);
            first = shard.next("100");
            assertThat(Shardful.post(first)).isEqualTo(204);
        }
        var now = redis.hash(String.class).hget(shard.redisKey(), "definitions");
        assertThat(redis.hash(String.class).hget(shard.redisKey(), "since:" + now))
                .isEqualTo(Ids.batch(first));
        var newest = shard.copy("pulse", first.ticks().getLast().ordinal(), "paper");
        var record = TopicReader.await(RAW, 1, each -> id(each).equals(newest)).getFirst();
        var copy = codec.decode(record.value(), LaneSignal.class);
        assertThat(copy.signal().quantity()).hasToString("7");
        assertThat(copy.signal().definition()).isEqualTo(Long.parseLong(now));

        Ledger.rows("""
                update strategies set version = nextval('strategy_versions'),
                    definition = jsonb_set(definition, '{size}', '5') where id = 'pulse'
                """);
        while (now.equals(redis.hash(String.class).hget(shard.redisKey(), "definitions"))) {
            assertThat(Instant.now()).isBefore(deadline.plusSeconds(20));
            assertThat(Shardful.post(shard.next("100"))).isEqualTo(204);
        }
    }

    private void awaitEmptyOutbox() {
        var deadline = Instant.now().plus(Duration.ofSeconds(15));
        while (redis.stream(String.class).xlen("strategy:outbox:paper") > 0) {
            assertThat(Instant.now()).as("the outbox is emptied").isBefore(deadline);
        }
    }

    /// The lane's copies for the shard's instrument at exactly these ticks, each once.
    private void assertSignals(Shardful shard, String lane, long... ticks) {
        var expected = IntStream.range(0, ticks.length)
                .mapToObj(i -> shard.copy("pulse", ticks[i], lane))
                .toList();
        assertThat(await(lane, shard, ticks.length))
                .extracting(RunnerDoorTest::id)
                .containsExactlyInAnyOrderElementsOf(expected);
        awaitEmptyOutbox();
        assertThat(await(lane, shard, ticks.length))
                .extracting(RunnerDoorTest::id)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static List<ConsumerRecord<String, byte[]>> await(String lane, Shardful shard, int count) {
        return TopicReader.await(lane.equals("paper") ? RAW : RAW_B, count, record -> id(record)
                .contains("/" + shard.instrument() + "/"));
    }

    private static List<String> distinct(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream().map(RunnerDoorTest::id).distinct().toList();
    }

    private static String id(ConsumerRecord<String, byte[]> record) {
        return header(record, "ce_id");
    }
}
