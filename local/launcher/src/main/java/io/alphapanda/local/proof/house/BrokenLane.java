package io.alphapanda.local.proof.house;

import io.alphapanda.domain.control.TradingState;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.local.launcher.PlayedHouse;
import io.alphapanda.local.proof.Control;
import io.alphapanda.local.proof.Experiment;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/// Breaks one lane in every way that comes from outside: floods its topics with garbage and with what looks like
/// another lane's events, makes its Redis keys unusable, delivers its events twenty times, halts and resumes it. The
/// other lane must not notice.
final class BrokenLane implements Disturbance {

    private static final int FLOOD = 50;

    private final Broker broken;

    private BrokenLane(String broken) {
        this.broken = new Broker(broken);
    }

    static Experiment experiment() {
        return new Experiment(
                "house-isolation",
                "Whatever is done to lane B (poison, floods, unusable Redis keys, duplicates, halts), lane A's signals,"
                        + " fills and books are those of a morning without it",
                "faults",
                30,
                1_000,
                15,
                lane("paper-b"),
                new Control("the distance (lane A is broken itself)", lane("paper")));
    }

    private static DisturbedMorning lane(String broken) {
        return new DisturbedMorning(1.4, List.of("paper"), List.of("paper"), () -> new BrokenLane(broken));
    }

    @Override
    public void strike(PlayedHouse house, Random random) {
        switch (random.nextInt(4)) {
            case 0, 1 -> flood(house, random);
            case 2 -> spoilKeys(house);
            default -> haltAndRepeat(house);
        }
        Pause.of(random.nextInt(200, 1_200));
    }

    private void flood(PlayedHouse house, Random random) {
        var topics = List.of(Topics.signalsRaw(broken), Topics.signalsValidated(broken), Topics.ordersFilled(broken));
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", house.infrastructure().kafkaBootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < FLOOD; i++) {
                producer.send(poison(topics.get(random.nextInt(topics.size())), random));
            }
        }
    }

    /// Garbage, every other one dressed as an event of the healthy lane.
    private static ProducerRecord<byte[], byte[]> poison(String topic, Random random) {
        var data = new byte[random.nextInt(1, 2_000)];
        random.nextBytes(data);
        var record = new ProducerRecord<byte[], byte[]>(topic, null, data);
        if (random.nextBoolean()) {
            Map.of(
                            "ce_specversion", "1.0",
                            "ce_id", "poison/" + random.nextLong() + "@paper",
                            "ce_source", "/poison",
                            "ce_type", "io.alphapanda.signal-generated.v1",
                            "ce_time", "2026-03-05T05:00:00Z",
                            "ce_broker", "paper",
                            "ce_correlationid", "poison",
                            "ce_partitionkey", "momentum:NSE:TCS",
                            "content-type", "application/json")
                    .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        }
        return record;
    }

    /// Removed and spoilt at once: a view that is missing is written again within a moment.
    private void spoilKeys(PlayedHouse house) {
        try (var redis = new Jedis(URI.create(house.infrastructure().redisUri()))) {
            redis.keys(broken + ":*").forEach(key -> spoil(redis, key));
        } catch (JedisException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void spoil(Jedis redis, String key) {
        try (var both = redis.multi()) {
            both.del(key);
            both.lpush(key, "of no use");
            both.exec();
        }
    }

    private void haltAndRepeat(PlayedHouse house) {
        house.trade(broken.name(), TradingState.HALTED);
        house.sources().stream()
                .filter(each -> broken.name().equals(each.spec().ceOverrides().get("lane")))
                .forEach(each -> each.faults().duplicate(19));
        Pause.of(200);
        house.trade(broken.name(), TradingState.ACTIVE);
    }

    /// The broken lane's keys stay as they are: it must come to its end by itself, as a house must before it is
    // compared.
    @Override
    public void over(PlayedHouse house) {
        house.sources().forEach(each -> each.faults().duplicate(0));
    }
}
