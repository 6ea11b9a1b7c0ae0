package io.alphapanda.api.control;

import io.alphapanda.domain.control.TradingScope;
import io.alphapanda.domain.control.TradingState;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What was said last of a scope.
///
/// @param broker    null: every account
/// @param strategy  null: every strategy
/// @param version   grows with each change
/// @param reason    why, for people
/// @param changedBy who said so
@Schema(name = "TradingStateSaid", description = "What was said last of a scope")
public record StateSaid(
        @Schema(description = "null: every account") Optional<String> broker,
        @Schema(description = "null: every strategy") Optional<String> strategy,
        TradingState state,
        long version,
        String reason,
        String changedBy,
        Instant changedAt) {

    static StateSaid of(Object[] row) {
        return new StateSaid(
                Optional.of((String) row[0]).filter(each -> !each.equals(TradingScope.EVERY)),
                Optional.of((String) row[1]).filter(each -> !each.isEmpty()),
                TradingState.valueOf((String) row[2]),
                ((Number) row[3]).longValue(),
                (String) row[4],
                (String) row[5],
                Instant.ofEpochMilli(((Number) row[6]).longValue()));
    }

    /// Whether it holds for something in the account's lane.
    boolean concerns(String account) {
        return broker.isEmpty() || broker.get().equals(account);
    }
}
