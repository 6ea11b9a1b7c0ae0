package io.alphapanda.local.preflight;

import io.alphapanda.stage.preflight.DefinedStrategy;
import io.alphapanda.stage.preflight.Facts;
import io.alphapanda.stage.preflight.Seen;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is looked at.
///
/// @param configuration the house's file, if there is one
/// @param strategies    the folder of the strategies' files
/// @param brokers       the accounts that run, or are to run
/// @param stores        where its stores are; empty while no house runs and none is configured
public record HouseLook(
        Optional<Path> configuration, Path strategies, List<String> brokers, Optional<Addresses> stores) {

    private static final String NO_HOUSE =
            "not looked at: no house is running; ./panda run starts Kafka, Redis and PostgreSQL itself";

    public Facts facts(Instant now) {
        var ledger = stores.map(each -> LedgerFacts.read(each, now)).orElseGet(() -> LedgerFacts.unseen(NO_HOUSE));
        return new Facts(
                now,
                ConfiguredAccounts.read(configuration, brokers),
                ledger.schema(),
                stores.map(each -> StoreFacts.redis(each.redis())).orElse(new Seen.Unseen<>(NO_HOUSE)),
                stores.map(each -> StoreFacts.topics(each.kafka(), now)).orElse(new Seen.Unseen<>(NO_HOUSE)),
                strategies(ledger),
                ledger.sessions());
    }

    /// Those in force; before a start, those the files would bring there.
    private Seen<List<DefinedStrategy>> strategies(LedgerFacts ledger) {
        return switch (ledger.strategies()) {
            case Seen.Unseen<List<DefinedStrategy>> _ -> StrategyFolder.read(strategies);
            case Seen.Known<List<DefinedStrategy>> known -> known;
            case Seen.Missing<List<DefinedStrategy>> missing -> missing;
        };
    }
}
