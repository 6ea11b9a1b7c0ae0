package io.alphapanda.stage.preflight;

import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.session.SessionStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is known of a house.
///
/// @param now        by the wall's clock
/// @param accounts   the active ones; missing if the configuration can't be used
/// @param ledger     its schema
/// @param redis      how it is set up
/// @param topics     those that exist
/// @param strategies their definitions
/// @param sessions   how the login of each account that has one stands, by account
public record Facts(
        Instant now,
        Seen<List<BrokerAccount>> accounts,
        Seen<Schema> ledger,
        Seen<Redis> redis,
        Seen<Topics> topics,
        Seen<List<DefinedStrategy>> strategies,
        Seen<Map<String, SessionStatus>> sessions) {

    /// @param version the last migration applied; 0 if there is none
    /// @param failed  whether one has failed
    public record Schema(int version, boolean failed) {}

    /// @param version        as `6.2.14`
    /// @param evictionPolicy what it does when memory is full
    public record Redis(String version, String evictionPolicy) {}

    /// @param names every topic there is
    /// @param seen  when they were looked at
    public record Topics(Set<String> names, Instant seen) {

        public Topics {
            names = Set.copyOf(names);
        }
    }

    /// The accounts, none if they can't be read: what is wrong with them, their own check says.
    List<BrokerAccount> accountsOrNone() {
        return accounts instanceof Seen.Known(var known) ? known : List.of();
    }

    /// The strategies that can be read.
    List<DefinedStrategy.Valid> validStrategies() {
        return strategies instanceof Seen.Known(var known)
                ? known.stream()
                        .filter(DefinedStrategy.Valid.class::isInstance)
                        .map(DefinedStrategy.Valid.class::cast)
                        .toList()
                : List.of();
    }
}
