package io.alphapanda.api.stream;

import io.alphapanda.api.alert.AlertLine;
import io.alphapanda.api.alert.Alerts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a person must be told: the newest alerts, those that stand and those that are resolved.
@Singleton
final class AlertWatch implements Watch {

    private static final int NEWEST = 200;

    private final Alerts alerts;
    private final StreamJson json;

    AlertWatch(Alerts alerts, StreamJson json) {
        this.alerts = alerts;
        this.json = json;
    }

    @Override
    public StreamTopic topic() {
        return StreamTopic.ALERTS;
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Uni<Map<String, byte[]>> look() {
        return alerts.newest(NEWEST).map(this::items);
    }

    private Map<String, byte[]> items(List<AlertLine> newestFirst) {
        var items = new LinkedHashMap<String, byte[]>();
        newestFirst.reversed().forEach(each -> items.put(String.valueOf(each.id()), json.line(each)));
        return items;
    }
}
