package io.alphapanda.stage.testing;

import static io.alphapanda.stage.testing.TopicReader.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.stage.meter.Meter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/// A packaged stage of a lane. What its events did stands in the ledger: its own tables, the inbox and the outbox.
public abstract class PackagedLane extends PackagedDoor {

    private final LaneStage stage;

    protected PackagedLane(String name, LaneStage stage, List<Meter> catalogue) {
        super(name, catalogue);
        this.stage = stage;
    }

    @BeforeEach
    void prepare() {
        stage.prepare();
    }

    @Override
    protected Knock event(String name) {
        return stage.chain("paper", "packaged-" + name, 1).getFirst();
    }

    @Override
    protected Knock strayed(String name) {
        return event(name).with("broker", "paper-b");
    }

    @Override
    protected void assertOnce(Knock knock) {
        assertThat(stage.effects(knock)).as("effects of " + knock.id()).isEqualTo(1);
        assertThat(inbox(knock)).isEqualTo(1);
        var outbox = Ledger.rows(
                "select event_id, topic, convert_from(data, 'UTF8') from outbox where cause_id = ?", knock.id());
        assertThat(outbox).as("outbox of " + knock.id()).hasSize(stage.leadsTo());
        for (var row : outbox) {
            assertThat(TopicReader.await(
                            row.get(1), 1, record -> header(record, "ce_id").equals(row.getFirst())))
                    .allSatisfy(record ->
                            assertThat(header(record, "ce_causationid")).isEqualTo(knock.id()))
                    .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                    .containsOnly(row.get(2));
        }
    }

    @Override
    protected void assertNothingDone(Knock knock) {
        assertThat(stage.effects(knock)).as("effects of " + knock.id()).isZero();
        assertThat(inbox(knock)).isZero();
    }

    private static long inbox(Knock knock) {
        return Ledger.count("select count(*) from inbox where event_id = ?", knock.id());
    }
}
