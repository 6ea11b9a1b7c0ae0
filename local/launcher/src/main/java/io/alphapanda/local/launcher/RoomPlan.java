package io.alphapanda.local.launcher;

import io.alphapanda.domain.signal.Broker;
import java.util.ArrayList;
import java.util.List;

/// Which rooms a run has, and which of them serves whom.
///
/// ```
/// hybrid    market-feed  strategy-runner  risk-manager  trading-engine  portfolio-manager  api     all brokers each
/// isolated  market-feed  strategy-runner  api                                                      one brain
///           risk-manager-<b>  trading-engine-<b>  portfolio-manager-<b>  an arm for each broker
/// ```
///
/// @param rooms in the order in which they are started: the feed is last, by then everybody can take its ticks
record RoomPlan(List<Room> rooms) {

    /// The stages every lane has, by the names they have in the inbox.
    static final List<String> LANE_STAGES = List.of("risk-manager", "trading-engine", "portfolio-manager");

    RoomPlan {
        rooms = List.copyOf(rooms);
    }

    static RoomPlan of(RunOptions options) {
        var planned = new ArrayList<Room>();
        planned.add(new Room("strategy-runner", "strategy-runner", options.brokers(), Ports.free()));
        for (var stage : LANE_STAGES) {
            if (options.isolated()) {
                for (var broker : options.brokers()) {
                    planned.add(new Room(stage + "-" + broker, stage, List.of(broker), Ports.free()));
                }
            } else {
                planned.add(new Room(stage, stage, options.brokers(), Ports.free()));
            }
        }
        planned.add(new Room("api", "api", options.brokers(), options.apiPort()));
        planned.add(new Room("market-feed", "market-feed", options.brokers(), Ports.free()));
        return new RoomPlan(planned);
    }

    Room room(String function) {
        return rooms.stream()
                .filter(each -> each.function().equals(function))
                .findFirst()
                .orElseThrow();
    }

    /// The room of that function that has the broker's lane.
    Room serving(String function, Broker broker) {
        return rooms.stream()
                .filter(each ->
                        each.function().equals(function) && each.brokers().contains(broker.name()))
                .findFirst()
                .orElseThrow();
    }
}
