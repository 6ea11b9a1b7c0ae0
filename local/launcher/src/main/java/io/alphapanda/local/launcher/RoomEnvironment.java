package io.alphapanda.local.launcher;

import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;

/// What a room is told when it starts.
///
/// @param room whose environment it is
record RoomEnvironment(Layout layout, RunOptions options, Settings settings, Room room) {

    private static final String SIMULATED_COUNT = "panda.feed.simulated.count";

    Map<String, String> of(Stores stores) {
        var environment = new HashMap<>(stores.environment());
        environment.put("ACTIVE_BROKERS", String.join(",", room.brokers()));
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(room.port()));
        environment.put("PANDA_STRATEGIES_DIRECTORY", layout.strategies().toString());
        environment.putAll(options.ticks().environment());
        if (options.untilEnd() && settings.find(SIMULATED_COUNT).isEmpty()) {
            environment.put(Settings.variable(SIMULATED_COUNT), Integer.toString(Ticks.SIMULATED_UNTIL_END));
        }
        environment.put("PANDA_FEED_STREAM", options.stream());
        environment.put("PANDA_FEED_SPEED", options.speed());
        environment.put("PANDA_FEED_SHARDS", Integer.toString(Wiring.SHARDS));
        environment.put("PANDA_DOOR", door().label());
        // Whatever a run plays has a time of its own.
        room.brokers().stream()
                .map(each -> Account.of(each, settings))
                .filter(each -> !each.kind().isEmpty())
                .forEach(each -> environment.put(each.variable("clock"), "signal"));
        if (Files.exists(layout.configuration())) {
            environment.put("QUARKUS_CONFIG_LOCATIONS", layout.configuration().toString());
        }
        return environment;
    }

    private Door door() {
        return RoomPlan.LANE_STAGES.contains(room.function()) ? options.door() : Door.FUNCTION;
    }
}
