package io.alphapanda.api.strategy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.alphapanda.api.lane.ActiveBrokers;
import io.alphapanda.api.ledger.LedgerSnapshot;
import io.alphapanda.api.problem.ProblemException;
import io.alphapanda.api.problem.ProblemType;
import io.alphapanda.domain.order.Reality;
import io.alphapanda.stage.ledger.StrategyRow;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/// Answers questions about strategies.
@Singleton
public final class Strategies {

    /// Definitions one answer shows at most.
    private static final int MOST = 5_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ActiveBrokers active;
    private final LedgerSnapshot snapshot;

    Strategies(ActiveBrokers active, LedgerSnapshot snapshot) {
        this.active = active;
        this.snapshot = snapshot;
    }

    Uni<StrategyPage> all() {
        return snapshot.read(() -> StrategyRow.<StrategyRow>find("order by id")
                        .range(0, MOST - 1)
                        .list())
                .map(rows -> new StrategyPage(rows.stream().map(this::line).toList()));
    }

    Uni<StrategyLine> one(String id) {
        return snapshot.read(() -> StrategyRow.<StrategyRow>list("id", id))
                .map(rows -> rows.stream().findFirst().map(this::line).orElseThrow(() -> unknown(id)));
    }

    private static ProblemException unknown(String id) {
        return ProblemException.of(
                ProblemType.UNKNOWN_STRATEGY, "no strategy '" + id + "' is defined", "strategy", id, List.of());
    }

    private StrategyLine line(StrategyRow row) {
        var definition = read(row);
        boolean live = definition.path("live").asBoolean(false);
        return new StrategyLine(
                row.id,
                row.version,
                definition.path("enabled").asBoolean(true),
                live,
                served(definition, live),
                definition,
                row.source,
                row.changedAt);
    }

    /// Those active accounts it lists; of real money only with its live flag.
    private List<String> served(JsonNode definition, boolean live) {
        var listed = new ArrayList<String>();
        definition.path("brokers").forEach(each -> listed.add(each.asText()));
        return active.names().stream()
                .filter(listed::contains)
                .filter(name -> live || active.lane(name).reality() != Reality.LIVE)
                .toList();
    }

    private static JsonNode read(StrategyRow row) {
        try {
            return JSON.readTree(row.definition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the ledger's definition of strategy " + row.id + " is no JSON", e);
        }
    }
}
