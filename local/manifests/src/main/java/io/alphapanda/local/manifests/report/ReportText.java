package io.alphapanda.local.manifests.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The report as a table for people.
public final class ReportText {

    private static final String STAGE = "%-8s %-7s %-18s %-9s %-26s %5s %-10s %10s %8s %8s %9s %8s %-12s %-6s %s";
    private static final String OTHER = "%-12s %-14s %-9s %-44s %s";

    private ReportText() {}

    public static List<String> lines(ClusterReport report) {
        var lines = new ArrayList<String>();
        lines.add(String.format(
                Locale.ROOT,
                STAGE,
                "lane",
                "reality",
                "stage",
                "door",
                "topic",
                "parts",
                "order",
                "consumers",
                "pods",
                "sent",
                "taken",
                "at once",
                "cold start",
                "zero",
                "gives up after"));
        report.stages().forEach(each -> lines.add(stage(each)));
        lines.add("");
        report.stages()
                .forEach(each -> lines.add(String.format(
                        Locale.ROOT,
                        "%-8s %-18s %-26s %s",
                        each.lane(),
                        each.stage(),
                        each.service(),
                        each.consumerGroup())));
        lines.add("");
        lines.add(String.format(Locale.ROOT, OTHER, "beside them", "", "replicas", "image", "lanes"));
        report.others()
                .forEach(each -> lines.add(String.format(
                                Locale.ROOT,
                                OTHER,
                                each.kind(),
                                each.name(),
                                each.replicas().map(String::valueOf).orElse("-"),
                                each.image(),
                                String.join(",", each.lanes()))
                        .stripTrailing()));
        return lines;
    }

    private static String stage(StageLine line) {
        return String.format(
                Locale.ROOT,
                STAGE,
                line.lane(),
                line.reality(),
                line.stage(),
                line.door(),
                line.topic(),
                line.partitions(),
                line.ordering(),
                line.consumers(),
                line.pods(),
                line.inFlight(),
                line.capacity().map(String::valueOf).orElse("∞"),
                line.atOnce(),
                line.coldStart().map(each -> each + " ms").orElse("not measured"),
                line.scalesToZero() ? "yes" : "no",
                line.retrySchedule().map(ReportText::minutes).orElse("its own retries"));
    }

    private static String minutes(Duration duration) {
        return String.format(Locale.ROOT, "%.1f min", duration.toMillis() / 60_000.0);
    }
}
