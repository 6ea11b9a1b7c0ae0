package io.alphapanda.api.twin;

import io.alphapanda.api.idea.Execution;
import io.alphapanda.api.idea.Idea;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One signal at two accounts.
///
/// @param idea       what the strategy wanted
/// @param execution  at the account looked at
/// @param against    at the account it is compared with; null if that one never had the signal
/// @param difference the first less the second
/// @param recordedAt when the lane looked at wrote the signal down
@Schema(description = "One signal at two accounts")
public record Twin(
        Idea idea,
        Execution execution,

        @Schema(description = "At the account it is compared with; null if that one never had the signal")
        Optional<Execution> against,

        Difference difference,
        Instant recordedAt) {}
