package io.alphapanda.portfolio;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.event.Ping;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.stage.testing.Door;
import io.alphapanda.stage.testing.Knock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.UUID;

/// Firings of a lane's PingSource, as Knative v1 sends them.
final class Pings {

    private Pings() {}

    static Knock of(String lane) {
        return of(lane, Instant.now());
    }

    static Knock of(String lane, Instant time) {
        var broker = new Broker(lane);
        var id = UUID.randomUUID().toString();
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce-specversion", "1.0");
        headers.put("ce-id", id);
        headers.put("ce-source", "/apis/v1/namespaces/alpha-panda/pingsources/" + lane + "-snapshots");
        headers.put("ce-type", EventType.PING.type());
        headers.put("ce-time", time.toString());
        headers.put("ce-lane", lane);
        headers.put("ce-topic", Topics.pnlSnapshots(broker));
        headers.put("content-type", "application/json");
        headers.put("ce-subject", id);
        return new Knock(lane, Topics.pnlSnapshots(broker), headers, Door.json(new Ping(broker, Ping.Task.SNAPSHOT)));
    }

    /// What this house calls it.
    static String id(Knock ping) {
        return "ping/" + ping.id();
    }
}
