package io.alphapanda.local.manifests.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The report for programs: what becomes JSON. What has no bound, or was not measured, is null.
public final class ReportMap {

    private ReportMap() {}

    /// `{"stages": […], "others": […]}`
    public static Map<String, Object> of(ClusterReport report) {
        var map = new LinkedHashMap<String, Object>();
        map.put("stages", report.stages().stream().map(ReportMap::stage).toList());
        map.put("others", report.others().stream().map(ReportMap::other).toList());
        return map;
    }

    private static Map<String, Object> stage(StageLine line) {
        var map = new LinkedHashMap<String, Object>();
        map.put("lane", line.lane());
        map.put("reality", line.reality());
        map.put("stage", line.stage());
        map.put("service", line.service());
        map.put("door", line.door());
        map.put("topic", line.topic());
        map.put("partitions", line.partitions());
        map.put("ordering", line.ordering());
        map.put("consumerGroup", line.consumerGroup());
        map.put("consumers", range(line.consumers()));
        map.put("pods", range(line.pods()));
        map.put("inFlight", line.inFlight());
        map.put("capacity", line.capacity().orElse(null));
        map.put("atOnce", line.atOnce());
        map.put("coldStartMillis", line.coldStart().orElse(null));
        map.put("scalesToZero", line.scalesToZero());
        map.put(
                "retrySeconds",
                line.retrySchedule().map(each -> each.toMillis() / 1000.0).orElse(null));
        return map;
    }

    private static Map<String, Object> range(Range range) {
        var map = new LinkedHashMap<String, Object>();
        map.put("min", range.min());
        map.put("max", range.max().orElse(null));
        return map;
    }

    private static Map<String, Object> other(ClusterReport.OtherLine line) {
        var map = new LinkedHashMap<String, Object>();
        map.put("kind", line.kind());
        map.put("name", line.name());
        map.put("image", line.image());
        map.put("replicas", line.replicas().orElse(null));
        map.put("lanes", List.copyOf(line.lanes()));
        return map;
    }
}
