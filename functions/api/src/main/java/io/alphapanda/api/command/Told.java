package io.alphapanda.api.command;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What came of a command. It holds for every order that comes after it, acknowledged or not.
///
/// @param state        what may be sent now
/// @param strategy     only this one's orders; null for every one's
/// @param acknowledged whether nothing it forbids reaches a broker any more: every order that was being sent has been
///                     answered, or its answer can't come any more
/// @param lanes        the accounts it is said of
@Schema(description = "What came of a command; it holds from now on, acknowledged or not")
public record Told(
        String state,
        Optional<String> strategy,

        @Schema(description = "Whether nothing it forbids reaches a broker any more")
        boolean acknowledged,

        List<LaneTold> lanes) {

    static Told of(TradingCommand command, List<LaneTold> lanes) {
        return new Told(
                command.state().orElseThrow(),
                command.strategy(),
                !lanes.isEmpty() && lanes.stream().allMatch(LaneTold::acknowledged),
                lanes);
    }

    /// Every account whose answer is outstanding.
    String open() {
        return String.join(
                ", ",
                lanes.stream()
                        .filter(each -> !each.acknowledged())
                        .map(LaneTold::broker)
                        .toList());
    }
}
