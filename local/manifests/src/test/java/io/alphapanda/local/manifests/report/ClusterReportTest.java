package io.alphapanda.local.manifests.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.local.manifests.Cluster;
import io.alphapanda.local.manifests.GoodHouse;
import io.alphapanda.local.manifests.House;
import io.alphapanda.local.manifests.Project;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClusterReportTest {

    private static final House MEASURED =
            new House(Set.of(), List.of(), Set.of(), Map.of("paper", "paper"), 20, Map.of("risk-manager", 640));

    private final ClusterReport report = ClusterReport.of(new Cluster(MEASURED, GoodHouse.documents()));

    private StageLine line(String topic) {
        return report.stages().stream()
                .filter(each -> each.topic().equals(topic))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void stagesStandInTheOrderAnEventPassesThem() {
        assertThat(report.stages())
                .extracting(each -> each.lane() + " " + each.stage() + " " + each.reality())
                .containsExactly(
                        "market strategy-runner SHARED",
                        "paper risk-manager PAPER",
                        "paper trading-engine PAPER",
                        "paper portfolio-manager PAPER",
                        "zerodha risk-manager LIVE",
                        "zerodha trading-engine LIVE",
                        "zerodha portfolio-manager LIVE");
    }

    @Test
    void orderedSourceHasOneEventOfEachPartitionUnderWay() {
        assertThat(line("paper.orders.filled").inFlight()).isEqualTo(4);
        assertThat(line("paper.orders.filled").atOnce()).isEqualTo(4);
    }

    @Test
    void unorderedSourceHasNinetyNineForEachConsumer() {
        var line = line("paper.signals.raw");

        assertThat(line.consumers()).hasToString("0..4");
        assertThat(line.inFlight()).isEqualTo(396);
        assertThat(line.capacity()).hasValue(400);
        assertThat(line.atOnce()).isEqualTo(396);
    }

    @Test
    void paperScalesToZeroAndTheLiveLaneDoesNot() {
        assertThat(line("paper.signals.raw").scalesToZero()).isTrue();
        assertThat(line("zerodha.signals.raw").scalesToZero()).isFalse();
    }

    @Test
    void eventIsGivenUpAfterAllItsWaits() {
        assertThat(line("paper.signals.raw").retrySchedule()).hasValue(Duration.ofMillis(819_000));
    }

    @Test
    void coldStartIsShownWhereItWasMeasured() {
        assertThat(line("paper.signals.raw").coldStart()).hasValue(640);
        assertThat(ReportText.lines(report))
                .anyMatch(each -> each.contains("paper.signals.raw") && each.contains("640 ms"))
                .anyMatch(each -> each.contains("paper.orders.filled") && each.contains("not measured"));
    }

    @Test
    void whatTakesNoEventsStandsBesideThem() {
        assertThat(report.others())
                .extracting(ClusterReport.OtherLine::name)
                .containsExactly("postgres", "api", "market-feed", "bootstrap");
    }

    @Test
    void projectsPagesSayWhatTheRulesNeed() {
        assertThat(Project.HOUSE.coldStarts())
                .containsOnlyKeys("strategy-runner", "risk-manager", "trading-engine", "portfolio-manager");
        assertThat(Project.HOUSE.functions()).contains("risk-manager", "market-feed", "api");
        assertThat(Project.HOUSE.reads("PANDA_BROKERS_PAPER_B_LIMITS_MAX_POSITION"))
                .isTrue();
        assertThat(Project.HOUSE.reads("PANDA_BROKERS_PAPER_B_LIMITS_MAX_POSTION"))
                .isFalse();
        assertThat(Project.HOUSE.series()).contains("panda_decision_seconds_bucket", "panda_outbox_oldest_seconds");
        assertThat(Project.HOUSE.answerWithin()).isEqualTo(20);
    }
}
