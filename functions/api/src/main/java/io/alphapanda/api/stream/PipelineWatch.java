package io.alphapanda.api.stream;

import io.alphapanda.api.pipeline.LaneFlow;
import io.alphapanda.api.pipeline.Pipelines;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How every lane has flowed over the last day.
@Singleton
final class PipelineWatch implements Watch {

    private final Pipelines pipelines;
    private final StreamJson json;

    PipelineWatch(Pipelines pipelines, StreamJson json) {
        this.pipelines = pipelines;
        this.json = json;
    }

    @Override
    public StreamTopic topic() {
        return StreamTopic.PIPELINE;
    }

    /// It reads a day.
    @Override
    public Duration every() {
        return Duration.ofSeconds(3);
    }

    @Override
    public Uni<Map<String, byte[]>> look() {
        return pipelines.lastDay().map(pipeline -> items(pipeline.lanes()));
    }

    private Map<String, byte[]> items(List<LaneFlow> lanes) {
        var items = new LinkedHashMap<String, byte[]>();
        lanes.forEach(each -> items.put(each.broker(), json.line(each)));
        return items;
    }
}
