package io.alphapanda.api.command;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How one account stands after a command.
///
/// @param broker       the account
/// @param acknowledged whether nothing the command forbids reaches its broker any more
/// @param sending      orders on their way, which may still arrive
/// @param unknown      orders of which nobody knows whether the broker has them
/// @param cancelling   entries that are being cancelled
/// @param trouble      why its engine has not said anything; null if it has
@Schema(description = "How one account stands after a command")
public record LaneTold(
        String broker,
        boolean acknowledged,

        @Schema(description = "Orders on their way, which may still arrive")
        List<String> sending,

        @Schema(description = "Orders of which nobody knows whether the broker has them")
        List<String> unknown,

        @Schema(description = "Entries that are being cancelled")
        List<String> cancelling,

        @Schema(description = "Why its engine has not said anything; null if it has")
        Optional<String> trouble) {

    /// As the engine says it.
    static LaneTold of(JsonObject lane) {
        return new LaneTold(
                lane.getString("broker", ""),
                lane.getBoolean("acknowledged", false),
                texts(lane, "sending"),
                texts(lane, "unknown"),
                texts(lane, "cancelling"),
                Optional.empty());
    }

    /// Nobody knows whether it was told.
    static LaneTold silent(String broker, String trouble) {
        return new LaneTold(broker, false, List.of(), List.of(), List.of(), Optional.of(trouble));
    }

    private static List<String> texts(JsonObject lane, String field) {
        var array = lane.getJsonArray(field);
        return array == null ? List.of() : array.stream().map(String::valueOf).toList();
    }
}
