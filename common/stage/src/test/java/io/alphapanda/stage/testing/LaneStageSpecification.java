package io.alphapanda.stage.testing;

import static io.alphapanda.stage.testing.TopicReader.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.stage.delivery.ProtocolStep;
import io.alphapanda.stage.meter.StageMeters;
import jakarta.enterprise.inject.spi.CDI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What holds of every lane stage, whichever of its doors is open: an event takes effect once, whatever its delivery
/// goes through, and what may not enter the lane lies in the dead letters as it was delivered.
///
/// The stage's module has a bean [DyingProbe] among its tests.
public abstract class LaneStageSpecification {

    private final LaneStage stage;
    private final String name;
    private final Supplier<Doorway> opened;
    private Doorway door;

    /// @param name   keeps the two doors' events apart: they share a ledger
    /// @param opened stands before the door that is open
    protected LaneStageSpecification(LaneStage stage, String name, Supplier<Doorway> opened) {
        this.stage = stage;
        this.name = name;
        this.opened = opened;
    }

    @BeforeEach
    void toTheDoor() {
        door = opened.get();
        stage.prepare();
    }

    @AfterEach
    void away() {
        door.close();
    }

    @Test
    void eventDeliveredTwiceTakesEffectOnce() {
        var knock = event("twice");

        door.deliver(List.of(knock));
        door.deliver(List.of(knock));

        assertOnce(knock);
    }

    @Test
    void eventDeliveredManyTimesAtOnceTakesEffectOnce() {
        var knock = event("at-once");

        door.deliver(Collections.nCopies(12, knock));

        assertOnceIfRepeated(knock);
    }

    @Test
    void eventsDeliveredInTheOtherOrderWaitForTheirTurnAndTakeEffectOnce() {
        var chain = stage.chain("paper", name + "-other-order", 3);

        door.deliverInVain(chain.getLast());
        assertNothingDone(chain.getLast());
        door.begin(chain.reversed().subList(1, 3));
        door.comeAgain(chain);

        chain.forEach(this::assertOnceIfRepeated);
    }

    @ParameterizedTest
    @EnumSource
    void processKilledAtAStepLosesNothingAndDoublesNothing(ProtocolStep step) {
        var knock = event("dies-" + step.ordinal());
        CDI.current().select(DyingProbe.class).get().dieAt(step, knock.id());

        door.deliverInVain(knock);
        door.comeAgain(List.of(knock));

        assertOnceIfRepeated(knock);
    }

    @Test
    void malformedEventIsDeadLetteredAsDelivered() {
        var whole = event("malformed");
        var knock = whole.withData("{\"id\": ".getBytes(StandardCharsets.UTF_8));

        door.deliver(List.of(knock));

        assertDeadLetter(knock, "DATA_MALFORMED");
        assertNothingDone(whole);
    }

    @Test
    void eventOfAnotherBrokerNeverEntersTheLane() {
        var whole = event("wrong-lane");
        var knock = whole.with("broker", "paper-b");

        door.deliver(List.of(knock));

        assertDeadLetter(knock, "LANE_MISMATCH");
        assertNothingDone(whole);
    }

    @Test
    void eventThatWasDecidedNeverEntersTheLaneUnderAnotherId() {
        var whole = event("other-id");
        var knock = whole.with("id", "' or 1=1 --");

        door.deliver(List.of(whole));
        door.deliver(List.of(knock));

        assertDeadLetter(knock, "ID_MISMATCH");
    }

    @Test
    void dataOfAnotherBrokerNeverEntersTheLane() {
        var whole = event("wrong-data");
        var knock = whole.withData(
                stage.chain("paper-b", name + "-wrong-data", 1).getFirst().data());

        door.deliver(List.of(knock));

        assertDeadLetter(knock, "LANE_MISMATCH");
        assertNothingDone(whole);
    }

    @Test
    void metersServeNothingThatIsNotDocumented() {
        door.deliver(List.of(event("measured")));

        var scrape = Scrape.now();

        assertThat(scrape.deliveries("done")).isPositive();
        var documented = new ArrayList<>(StageMeters.ALL);
        documented.addAll(stage.meters());
        MetricsPage.assertOnlyDocumented(scrape, documented);
    }

    private Knock event(String strategy) {
        return stage.chain("paper", name + "-" + strategy, 1).getFirst();
    }

    /// It took effect once, and led to exactly what it must, once.
    private void assertOnce(Knock knock) {
        assertOnceIfRepeated(knock);
        assertThat(records(knock)).as("events from " + knock.id()).hasSize(stage.leadsTo());
    }

    /// It took effect once; what it led to may have been sent again, and then is the same to the byte.
    private void assertOnceIfRepeated(Knock knock) {
        assertThat(stage.effects(knock)).as("effects of " + knock.id()).isEqualTo(1);
        assertThat(inbox(knock)).isEqualTo(1);
        var outbox = outbox(knock);
        assertThat(outbox).as("outbox of " + knock.id()).hasSize(stage.leadsTo());
        var records = records(knock);
        for (var row : outbox) {
            assertThat(records.stream().filter(each -> header(each, "ce_id").equals(row.get(0))))
                    .as(row.get(0))
                    .isNotEmpty()
                    .allSatisfy(each -> assertThat(each.topic()).isEqualTo(row.get(1)))
                    .extracting(each -> new String(each.value(), StandardCharsets.UTF_8))
                    .containsOnly(row.get(2));
        }
    }

    private void assertNothingDone(Knock knock) {
        assertThat(stage.effects(knock)).as("effects of " + knock.id()).isZero();
        assertThat(inbox(knock)).isZero();
        assertThat(outbox(knock)).isEmpty();
    }

    private static void assertDeadLetter(Knock knock, String reason) {
        var dead = TopicReader.await(knock.topic() + ".dlq", 1, record -> header(record, "ce_subject")
                        .equals(knock.subject()))
                .getFirst();
        assertThat(dead.value()).isEqualTo(knock.data());
        assertThat(dead.key()).isEqualTo(knock.headers().get("ce-partitionkey"));
        assertThat(header(dead, "deadletter-reason")).isEqualTo(reason);
        assertThat(header(dead, "deadletter-stage"))
                .isEqualTo(ConfigProvider.getConfig().getValue("quarkus.application.name", String.class));
    }

    private static long inbox(Knock knock) {
        return Ledger.count("select count(*) from inbox where event_id = ?", knock.id());
    }

    /// Id, topic and data of what it led to.
    private static List<List<String>> outbox(Knock knock) {
        return Ledger.rows(
                "select event_id, topic, convert_from(data, 'UTF8') from outbox where cause_id = ?", knock.id());
    }

    private static List<ConsumerRecord<String, byte[]>> records(Knock knock) {
        return outbox(knock).stream()
                .flatMap(row ->
                        TopicReader.all(
                                row.get(1), record -> header(record, "ce_id").equals(row.get(0)))
                                .stream())
                .toList();
    }
}
