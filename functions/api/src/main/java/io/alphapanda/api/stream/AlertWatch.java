package io.alphapanda.api.stream;

import io.alphapanda.api.alert.AlertLine;
import io.alphapanda.api.lane.ActiveBrokers;
import io.alphapanda.api.ledger.LedgerSnapshot;
import io.alphapanda.stage.ledger.AlarmRow;
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

    private final ActiveBrokers brokers;
    private final LedgerSnapshot snapshot;
    private final StreamJson json;

    AlertWatch(ActiveBrokers brokers, LedgerSnapshot snapshot, StreamJson json) {
        this.brokers = brokers;
        this.snapshot = snapshot;
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
        return snapshot.read(() -> AlarmRow.<AlarmRow>find("broker in ?1 order by id desc", brokers.names())
                        .range(0, NEWEST - 1)
                        .list())
                .map(this::items);
    }

    private Map<String, byte[]> items(List<AlarmRow> rows) {
        var items = new LinkedHashMap<String, byte[]>();
        rows.reversed()
                .forEach(row ->
                        items.put(Long.toString(row.id), json.line(AlertLine.of(brokers.lane(row.broker), row))));
        return items;
    }
}
