package io.alphapanda.stage.door;

import io.alphapanda.stage.broker.ConfigurationException;
import io.alphapanda.stage.delivery.LaneInput;
import io.alphapanda.stage.delivery.ServedTypes;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Which of the two doors is open. Never both: they share a consumer group, and each would have half of the events.
@Singleton
final class OpenDoor {

    private final boolean stream;

    /// @param door `function` (default) or `stream`
    OpenDoor(
            @ConfigProperty(name = "panda.door", defaultValue = "function") String door,
            ServedTypes served,
            @All List<LaneInput> inputs) {
        this.stream = switch (door) {
            case "function" -> false;
            case "stream" -> true;
            default ->
                throw new ConfigurationException("panda.door '" + door + "' must be function or stream; correct it");
        };
        if (stream && !served.types().isEmpty() && inputs.isEmpty()) {
            throw new ConfigurationException(
                    "panda.door=stream, but this stage has only the function door; set panda.door=function");
        }
    }

    boolean isStream() {
        return stream;
    }
}
