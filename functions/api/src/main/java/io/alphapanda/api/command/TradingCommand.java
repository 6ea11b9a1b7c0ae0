package io.alphapanda.api.command;

import io.alphapanda.api.caller.Caller;
import io.alphapanda.api.problem.ProblemException;
import io.alphapanda.api.problem.ProblemType;
import io.alphapanda.domain.control.TradingState;
import io.alphapanda.domain.signal.StrategyId;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What somebody wants to be obeyed.
///
/// @param state         what may be sent from now on
/// @param strategy      only this one's orders
/// @param reason        for whoever looks later; 1 to 300 characters
/// @param resolveAlarms whether the account's standing alarms are dealt with; not of every account at once
@Schema(description = "What may be sent from now on, and why")
public record TradingCommand(
        @Schema(
                required = true,
                enumeration = {"ACTIVE", "REDUCING", "HALTED"})
        Optional<String> state,

        @Schema(description = "Only this strategy's orders; without it every one's")
        Optional<String> strategy,

        @Schema(required = true, description = "Why, for whoever looks later", minLength = 1, maxLength = 300)
        Optional<String> reason,

        @Schema(description = "Whether the account's standing alarms are dealt with")
        Optional<Boolean> resolveAlarms) {

    private static final int LONGEST_REASON = 300;

    /// It, with what is missing empty and what can't be meant refused.
    ///
    /// @param ofAll whether it is of every account at once
    static TradingCommand checked(TradingCommand sent, boolean ofAll) {
        if (sent == null) {
            throw ProblemException.of(ProblemType.BAD_REQUEST, "the body is empty; send {\"state\": …, \"reason\": …}");
        }
        var command = new TradingCommand(
                orEmpty(sent.state), orEmpty(sent.strategy), orEmpty(sent.reason), orEmpty(sent.resolveAlarms));
        if (command.state.flatMap(TradingState::named).isEmpty()) {
            throw ProblemException.of(
                    ProblemType.BAD_PARAMETER,
                    "state must be ACTIVE, REDUCING or HALTED",
                    "state",
                    command.state.orElse(""),
                    Arrays.stream(TradingState.values()).map(Enum::name).toList());
        }
        command.strategy.ifPresent(TradingCommand::checkStrategy);
        checkReason(command.reason.orElse(""));
        if (ofAll && command.resolveAlarms.orElse(false)) {
            throw bad("resolveAlarms", "true", "must be false for every account at once; resolve each one's by itself");
        }
        return command;
    }

    private static void checkStrategy(String text) {
        try {
            new StrategyId(text);
        } catch (IllegalArgumentException wrong) {
            throw ProblemException.of(ProblemType.BAD_PARAMETER, wrong.getMessage(), "strategy", text, List.of());
        }
    }

    private static void checkReason(String text) {
        if (text.isBlank()
                || text.strip().length() > LONGEST_REASON
                || text.chars().anyMatch(Character::isISOControl)) {
            throw bad(
                    "reason", "", "must have 1 to " + LONGEST_REASON + " characters on one line; say it in a sentence");
        }
    }

    private static ProblemException bad(String field, String value, String rule) {
        return ProblemException.of(ProblemType.BAD_PARAMETER, field + " " + rule, field, value, List.of());
    }

    private static <T> Optional<T> orEmpty(Optional<T> value) {
        return value == null ? Optional.empty() : value;
    }

    /// As the engine takes it.
    JsonObject forEngine(Caller who) {
        var json = detail().put("by", who.name());
        resolveAlarms.filter(each -> each).ifPresent(_ -> json.put("resolveAlarms", true));
        return json;
    }

    /// As the audit has it.
    JsonObject detail() {
        var json = new JsonObject()
                .put("state", state.orElseThrow())
                .put("reason", reason.orElseThrow().strip());
        strategy.ifPresent(each -> json.put("strategy", each));
        resolveAlarms.filter(each -> each).ifPresent(_ -> json.put("resolveAlarms", true));
        return json;
    }
}
