package io.alphapanda.api.system;

import io.alphapanda.api.problem.ProblemException;
import io.alphapanda.api.problem.ProblemType;
import io.alphapanda.api.system.ServiceLine.Process;
import io.alphapanda.api.system.ServiceLine.State;
import io.alphapanda.api.watch.HouseViews;
import io.alphapanda.stage.watch.ServiceView;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The stages of the house, as their processes say themselves.
@Singleton
public final class Services {

    /// Stages in the order of the flow.
    public static final List<String> STAGES =
            List.of("market-feed", "strategy-runner", "risk-manager", "trading-engine", "portfolio-manager", "api");

    /// Three heartbeats.
    public static final Duration SILENT_AFTER = Duration.ofSeconds(30);

    private final HouseViews views;
    private final Clock clock;

    Services(HouseViews views, Clock clock) {
        this.views = views;
        this.clock = clock;
    }

    /// Every stage, whether a process of it is there or not.
    public Uni<List<ServiceLine>> all() {
        return views.services().map(found -> {
            var now = clock.instant();
            return STAGES.stream().map(stage -> line(stage, found, now)).toList();
        });
    }

    Uni<ServiceLine> one(String stage) {
        if (!STAGES.contains(stage)) {
            throw ProblemException.of(
                    ProblemType.UNKNOWN_SERVICE, "there is no service '" + stage + "'", "service", stage, STAGES);
        }
        return all().map(lines -> lines.get(STAGES.indexOf(stage)));
    }

    private static ServiceLine line(String stage, List<ServiceView> found, Instant now) {
        var processes = found.stream()
                .filter(each -> each.stage().equals(stage))
                .map(each -> Process.of(each, now, SILENT_AFTER))
                .toList();
        var state = processes.isEmpty()
                ? State.ABSENT
                : processes.stream().anyMatch(each -> each.state() == State.UP) ? State.UP : State.SILENT;
        return new ServiceLine(stage, state, processes);
    }
}
