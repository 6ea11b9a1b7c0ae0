package io.alphapanda.local.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.alphapanda.local.check.AuditResult;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// A run's outcome as JSON; its shape is documented in `docs/report.md` and stays.
final class Report {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Report() {}

    static Map<String, Object> of(
            FeedStatus feed,
            double seconds,
            Figures.Latency latency,
            Map<String, Figures.Lane> lanes,
            Map<String, ?> strategies,
            Map<String, Figures.Digest> digests,
            AuditResult audit) {
        var report = new LinkedHashMap<String, Object>();
        report.put("ticks", feed.ticks());
        report.put("batches", feed.batches());
        report.put("durationSeconds", rounded(seconds));
        report.put("ticksPerSecond", rounded(feed.ticks() / Math.max(seconds, 0.001)));
        var millis = new LinkedHashMap<String, Object>();
        millis.put("p50", rounded(latency.p50()));
        millis.put("p95", rounded(latency.p95()));
        millis.put("p99", rounded(latency.p99()));
        report.put("latencyMillis", millis);
        var brokers = new LinkedHashMap<String, Object>();
        lanes.forEach((broker, lane) -> brokers.put(broker, lane(lane)));
        report.put("brokers", brokers);
        report.put("strategies", strategies);
        report.put("digests", digests);
        report.put("checks", audit.asMap());
        return report;
    }

    private static Map<String, Object> lane(Figures.Lane lane) {
        var numbers = new LinkedHashMap<String, Object>();
        numbers.put("reality", lane.reality().name());
        numbers.put("signals", lane.signals());
        numbers.put("validated", lane.validated());
        numbers.put("rejected", lane.rejected());
        numbers.put("filled", lane.filled());
        numbers.put("failed", lane.failedCount());
        numbers.put("failures", lane.failed());
        numbers.put("open", lane.open());
        numbers.put("cash", lane.cash());
        numbers.put("equity", lane.equityAtCost());
        numbers.put("realizedPnl", lane.realizedPnl());
        numbers.put("fees", lane.fees());
        return numbers;
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_EVEN);
    }

    static void write(Path file, Map<String, Object> report) {
        try {
            Files.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(report));
        } catch (IOException e) {
            throw new StartException("--report " + file + " can't be written: " + e.getMessage());
        }
    }
}
