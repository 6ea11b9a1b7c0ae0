package io.alphapanda.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.alphapanda.local.manifests.Kustomize;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClusterReportCommandTest {

    private final StringWriter said = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @BeforeEach
    void overlaysCanBeRendered() {
        assumeTrue(Kustomize.find().isPresent(), "needs kubectl or kustomize on the PATH");
    }

    private int panda(String... arguments) {
        return Main.commandLine()
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
    }

    @Test
    void personSeesEveryStageOfEveryLane() {
        assertThat(panda("cluster-report")).as(said.toString()).isZero();

        assertThat(said.toString())
                .contains("knative/overlays/hybrid on k8s/overlays/prod")
                .containsPattern("market +SHARED +strategy-runner +function +market.equity.ticks +4 +ordered")
                .containsPattern("paper +PAPER +risk-manager +function +paper.signals.raw +4 +unordered")
                .containsPattern("zerodha +LIVE +trading-engine +function +zerodha.signals.validated +4 +unordered")
                .containsPattern("The manifests keep all \\d+ rules");
    }

    @Test
    void programReadsWhatMayRunAtOnce() throws IOException {
        assertThat(panda("cluster-report", "isolated", "--json"))
                .as(said.toString())
                .isZero();

        var report = new ObjectMapper().readTree(said.toString());
        assertThat(report.path("findings")).isEmpty();
        var books = report.path("stages")
                .valueStream()
                .filter(each -> each.path("topic").asText().equals("paper.orders.filled"))
                .findFirst()
                .orElseThrow();
        assertThat(books.path("service").asText()).isEqualTo("portfolio-manager-paper");
        assertThat(books.path("inFlight").asInt()).isEqualTo(4);
        assertThat(books.path("atOnce").asInt()).isEqualTo(4);
        assertThat(books.path("scalesToZero").asBoolean()).isTrue();
        assertThat(books.path("retrySeconds").asDouble()).isEqualTo(656.0);
    }

    @Test
    void laneBehindTheStreamDoorNeverScalesToZero() throws IOException {
        assertThat(panda("cluster-report", "isolated-stream", "--json"))
                .as(said.toString())
                .isZero();

        assertThat(new ObjectMapper().readTree(said.toString()).path("stages").valueStream())
                .filteredOn(each -> each.path("door").asText().equals("stream"))
                .isNotEmpty()
                .allSatisfy(each ->
                        assertThat(each.path("scalesToZero").asBoolean()).isFalse());
    }

    @Test
    void overlayThereIsNotIsNamedBesideThoseThereAre() {
        assertThat(panda("cluster-report", "nothing")).isEqualTo(1);

        assertThat(errors.toString())
                .startsWith("panda: there is no overlay nothing in knative/overlays; there are ")
                .contains("hybrid", "isolated");
    }

    @Test
    void platformThatLacksALaneIsSaidToBreakRules() {
        assertThat(panda("cluster-report", "hybrid", "--on", "dev")).isEqualTo(1);

        assertThat(said.toString())
                .contains("[lane-has-its-topics]", "'zerodha' without the topic zerodha.signals.raw");
    }
}
