package io.alphapanda.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import io.alphapanda.domain.order.Reality;
import io.alphapanda.local.check.AuditResult;
import io.alphapanda.local.check.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, Object> REPORT = Report.of(
            new FeedStatus("ended", 1_000, 20, 0, NullNode.getInstance()),
            4.04,
            new Figures.Latency(1.26, 20.04, 300),
            Map.of(
                    "paper",
                    new Figures.Lane(
                            Reality.SIMULATED,
                            5,
                            3,
                            Map.of("ORDER_DUPLICATE", 2L),
                            1,
                            Map.of("SEND_TOO_LATE", 1L),
                            1,
                            "99",
                            "100.5",
                            "1.5",
                            "1")),
            Map.of("momentum", Map.of("paper", Map.of("signals", 5))),
            Map.of("paper", new Figures.Digest("9f2c", "41d0")),
            new AuditResult(List.of(
                    new Finding("isolation", "paper", "", List.of(), 0),
                    new Finding("isolation", "paper-b", "", List.of("x"), 1),
                    new Finding("no-dead-letters", "paper", "", List.of(), 0))));

    @Test
    void runsOutcomeHasTheDocumentedShape(@TempDir Path folder) throws IOException {
        var file = folder.resolve("r.json");

        Report.write(file, REPORT);

        assertThat(JSON.readTree(file.toFile())).isEqualTo(JSON.readTree("""
                {
                  "ticks": 1000,
                  "batches": 20,
                  "durationSeconds": 4.0,
                  "ticksPerSecond": 247.5,
                  "latencyMillis": {"p50": 1.3, "p95": 20.0, "p99": 300.0},
                  "brokers": {
                    "paper": {
                      "reality": "SIMULATED",
                      "signals": 5, "validated": 3, "rejected": {"ORDER_DUPLICATE": 2}, "filled": 1, "failed": 1,
                      "failures": {"SEND_TOO_LATE": 1}, "open": 1,
                      "cash": "99", "equity": "100.5", "realizedPnl": "1.5", "fees": "1"
                    }
                  },
                  "strategies": {"momentum": {"paper": {"signals": 5}}},
                  "digests": {"paper": {"signals": "9f2c", "fills": "41d0"}},
                  "checks": {"isolation": false, "no-dead-letters": true}
                }
                """));
    }

    @Test
    void fileThatCannotBeWrittenIsNamed(@TempDir Path folder) {
        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> Report.write(folder.resolve("none/r.json"), REPORT))
                .withMessageStartingWith("--report " + folder.resolve("none/r.json") + " can't be written: ");
    }
}
