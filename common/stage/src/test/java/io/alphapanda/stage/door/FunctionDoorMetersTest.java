package io.alphapanda.stage.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.money.Side;
import io.alphapanda.stage.delivery.ProtocolStep;
import io.alphapanda.stage.meter.StageMeters;
import io.alphapanda.stage.testing.DyingProbe;
import io.alphapanda.stage.testing.Knock;
import io.alphapanda.stage.testing.MetricsPage;
import io.alphapanda.stage.testing.RawHttp;
import io.alphapanda.stage.testing.Scrape;
import io.alphapanda.stage.testing.Signals;
import io.alphapanda.stage.trial.TrialHouse;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/// What has happened at the function door can be read.
@QuarkusTest
@QuarkusTestResource(TrialHouse.class)
class FunctionDoorMetersTest {

    @Inject
    DyingProbe probe;

    @Test
    void everyOutcomeIsCountedUnderItsName() {
        var before = Scrape.now();
        var signals = new Signals("paper", "meters");
        var first = Knock.of(signals.next(Side.BUY, 1));
        var second = Knock.of(signals.next(Side.BUY, 1));
        var third = Knock.of(signals.next(Side.BUY, 1));
        probe.dieAt(ProtocolStep.BEFORE_COMMIT, second.id());

        assertThat(RawHttp.post(first)).isEqualTo(204);
        assertThat(RawHttp.post(first)).isEqualTo(204);
        assertThat(RawHttp.post(third)).isEqualTo(503);
        assertThat(RawHttp.post(second)).isEqualTo(500);
        assertThat(RawHttp.post(second.without("lane"))).isEqualTo(400);
        assertThat(RawHttp.post(second.with("broker", "paper-b"))).isEqualTo(204);
        assertThat(RawHttp.post(second.withData(new byte[] {'{'}))).isEqualTo(204);

        var after = Scrape.now();
        assertThat(grown(before, after, "lane", "paper", "topic", "paper.signals.raw", "outcome", "done"))
                .isEqualTo(1);
        for (var outcome : new String[] {"duplicate", "out-of-turn", "defect", "unstamped"}) {
            assertThat(grown(before, after, "outcome", outcome)).as(outcome).isEqualTo(1);
        }
        assertThat(grown(before, after, "outcome", "dead-lettered")).isEqualTo(2);
        for (var reason : new String[] {"LANE_MISMATCH", "DATA_MALFORMED"}) {
            assertThat(after.sum("panda_dead_letters_total", "lane", "paper", "reason", reason)
                            - before.sum("panda_dead_letters_total", "lane", "paper", "reason", reason))
                    .as(reason)
                    .isEqualTo(1);
        }
        assertThat(after.sum("panda_decision_seconds_count", "lane", "paper")
                        - before.sum("panda_decision_seconds_count", "lane", "paper"))
                .isEqualTo(1);
        assertThat(after.sum("panda_turn_wait_seconds_count"))
                .isGreaterThan(before.sum("panda_turn_wait_seconds_count"));
    }

    @Test
    void whateverAStrangerStampsNamesNoNewLabel() {
        var knock = Knock.of(new Signals("paper", "stranger").next(Side.BUY, 1));
        for (int i = 0; i < 3; i++) {
            RawHttp.post(knock.with("lane", "zerodha").with("topic", "zerodha.signals.raw"));
        }

        var scrape = Scrape.now();

        assertThat(scrape.samples())
                .noneMatch(each ->
                        each.labels().containsValue("zerodha") || each.labels().containsValue("zerodha.signals.raw"));
        assertThat(scrape.sum("panda_dead_letters_total", "lane", "stray", "topic", "stray"))
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void metersServeTheCatalogueAndNothingElse() {
        RawHttp.post(Knock.of(new Signals("paper", "catalogue").next(Side.BUY, 1)));
        RawHttp.post(
                Knock.of(new Signals("paper", "catalogue-b").next(Side.BUY, 1)).without("id"));

        var scrape = Scrape.now();

        MetricsPage.assertOnlyDocumented(scrape, StageMeters.ALL);
        var always = new ArrayList<>(StageMeters.ALL);
        always.removeAll(java.util.List.of(StageMeters.STREAM_LAG, StageMeters.STREAM_READING, StageMeters.TURN_WAIT));
        MetricsPage.assertServed(scrape, always);
    }

    @Test
    void thePageSaysWhatTheCatalogueSays() throws IOException {
        MetricsPage.check("stage", StageMeters.ALL);
    }

    private static double grown(Scrape before, Scrape after, String... labels) {
        var name = "panda_delivery_seconds_count";
        return after.sum(name, labels) - before.sum(name, labels);
    }
}
