package io.alphapanda.api.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.alphapanda.api.lane.ActiveBrokers;
import io.alphapanda.api.stream.ActivityLedger.Entry;
import io.alphapanda.api.stream.ActivityLedger.Execution;
import io.alphapanda.domain.order.Reality;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Says of each row what a client is told: what it is about, and whether it was paper.
@Singleton
final class ActivityLines {

    private final ActivityLedger ledger;
    private final ActiveBrokers brokers;
    private final StreamJson json;

    ActivityLines(ActivityLedger ledger, ActiveBrokers brokers, StreamJson json) {
        this.ledger = ledger;
        this.brokers = brokers;
        this.json = json;
    }

    /// A row and its data.
    private record Opened(Entry entry, Optional<JsonNode> data) {

        /// The order it tells of.
        Optional<String> order() {
            return text("/order/request/orderId");
        }

        Optional<String> text(String... pointers) {
            for (var pointer : pointers) {
                var found = data.map(each -> each.at(pointer)).filter(JsonNode::isTextual);
                if (found.isPresent()) {
                    return found.map(JsonNode::asText);
                }
            }
            return Optional.empty();
        }
    }

    /// Their JSON, by the rows' ids.
    Uni<SequencedMap<Long, byte[]>> of(List<Entry> entries) {
        var opened = new ArrayList<Opened>();
        entries.forEach(each -> opened.add(new Opened(each, json.read(each.data()))));
        var orders = opened.stream()
                .flatMap(each -> each.order().stream())
                .distinct()
                .toList();
        return ledger.orders(orders).map(executions -> {
            var lines = new LinkedHashMap<Long, byte[]>();
            opened.forEach(each -> lines.put(each.entry().id(), json.line(line(each, executions))));
            return lines;
        });
    }

    private ActivityLine line(Opened row, Map<String, Execution> executions) {
        var entry = row.entry();
        var lane = brokers.lane(entry.broker());
        var execution = row.order()
                .map(executions::get)
                .orElse(new Execution(lane.kind(), lane.reality().name()));
        var reality = row.text("/reality").map(Reality::valueOf).orElse(Reality.valueOf(execution.reality()));
        return new ActivityLine(
                entry.eventId(),
                entry.type(),
                entry.stage(),
                entry.broker(),
                execution.kind(),
                reality,
                reality.isSimulated(),
                row.text("/order/request/strategy", "/signal/signal/strategy", "/strategy"),
                row.text("/order/request/instrument", "/signal/signal/instrument"),
                entry.correlationId(),
                entry.time(),
                entry.recordedAt(),
                row.data());
    }
}
