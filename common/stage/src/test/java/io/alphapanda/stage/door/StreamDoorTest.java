package io.alphapanda.stage.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.stage.trial.Await;
import io.alphapanda.stage.trial.Knock;
import io.alphapanda.stage.trial.RawHttp;
import io.alphapanda.stage.trial.TrialFunction;
import io.alphapanda.stage.trial.TrialHouse;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Events as they lie in their topics; the stage reads them itself.
@QuarkusTest
@QuarkusTestResource(TrialHouse.class)
@TestProfile(StreamDoorTest.Open.class)
class StreamDoorTest extends EveryDoor {

    public static final class Open implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("panda.door", "stream");
        }
    }

    private record Lying(Knock knock, RecordMetadata place) {}

    @Inject
    StreamDoor door;

    private final List<Lying> lying = new ArrayList<>();
    private KafkaProducer<String, byte[]> producer;
    private Admin admin;

    @BeforeEach
    void clients() {
        var servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "max.request.size", "20000000"),
                new StringSerializer(),
                new ByteArraySerializer());
        admin = Admin.create(Map.of("bootstrap.servers", servers));
    }

    @AfterEach
    void clientsEnd() {
        producer.close();
        admin.close();
    }

    @Test
    void eventPostedToTheFunctionDoorIsRefusedClearly() {
        assertThat(RawHttp.post(knock("paper", "posted"))).isEqualTo(409);
    }

    @Test
    void eachLaneHasAConsumerOfItsOwn() {
        assertThat(door.openLanes()).isEqualTo(2);
    }

    @Override
    String name() {
        return "stream";
    }

    @Override
    void deliver(List<Knock> knocks) {
        begin(knocks);
        knocks.forEach(this::awaitFinished);
    }

    @Override
    void deliverInVain(Knock knock) {
        long before = door.failures();
        begin(List.of(knock));
        Await.until(knock.id() + " is sent back", () -> door.failures() > before);
    }

    @Override
    void begin(List<Knock> knocks) {
        for (var knock : knocks) {
            try {
                lying.add(new Lying(knock, producer.send(knock.toRecord()).get()));
            } catch (InterruptedException | ExecutionException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Override
    boolean isFinished(Knock knock) {
        return lying.stream()
                .filter(each -> each.knock() == knock)
                .allMatch(each -> committed(knock, each.place()) > each.place().offset());
    }

    @Override
    void comeAgain(List<Knock> knocks) {
        knocks.forEach(this::awaitFinished);
    }

    private void awaitFinished(Knock knock) {
        Await.until(knock.id() + " is finished with", () -> isFinished(knock));
    }

    private long committed(Knock knock, RecordMetadata place) {
        try {
            var offsets = admin.listConsumerGroupOffsets(TrialFunction.group(new Broker(knock.lane())))
                    .partitionsToOffsetAndMetadata()
                    .get();
            var offset = offsets.get(new TopicPartition(place.topic(), place.partition()));
            return offset == null ? -1 : offset.offset();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
