package io.alphapanda.stage.preflight;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.strategy.StrategyDefinition;
import io.alphapanda.stage.broker.BrokerAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Whether the strategies can run, and whom they reach.
final class StrategyChecks {

    private StrategyChecks() {}

    static List<Finding> strategies(Check check, Facts facts) {
        return switch (facts.strategies()) {
            case Seen.Missing(var why) ->
                List.of(check.fail("definitions", why, "correct panda.strategies.directory, or the ledger's address"));
            case Seen.Unseen(var why) -> List.of(check.warn("definitions", why, "look again once the ledger is there"));
            case Seen.Known(var all)
            when all.isEmpty() ->
                List.of(check.warn(
                        "definitions",
                        "there are none: nothing will trade",
                        "write one as a YAML file, docs/how-to/add-a-strategy.md"));
            case Seen.Known(var all) ->
                all.stream().map(each -> of(check, facts, each)).toList();
        };
    }

    private static Finding of(Check check, Facts facts, DefinedStrategy strategy) {
        return switch (strategy) {
            case DefinedStrategy.Refused(var id, var why) -> check.fail(id, why, "correct its definition");
            case DefinedStrategy.Valid valid
            when !valid.definition().enabled() -> check.ok(valid.id(), "does not run: enabled is false");
            case DefinedStrategy.Valid valid
            when facts.accounts() instanceof Seen.Known<List<BrokerAccount>> known ->
                reach(check, known.value(), valid);
            case DefinedStrategy.Valid valid -> check.ok(valid.id(), "its definition can be read");
        };
    }

    private static Finding reach(Check check, List<BrokerAccount> accounts, DefinedStrategy.Valid strategy) {
        var definition = strategy.definition();
        var reached = Reached.accounts(definition, accounts);
        if (reached.isEmpty()) {
            return check.warn(
                    strategy.id(),
                    "reaches no active account; it lists " + names(definition.brokers()),
                    "add one of those active, or its accounts to ACTIVE_BROKERS");
        }
        var words = new ArrayList<String>();
        words.add(definition.type() + " to "
                + names(reached.stream().map(BrokerAccount::broker).toList()));
        var kept = kept(definition, accounts, reached);
        if (!kept.isEmpty()) {
            words.add("not to " + names(kept) + ", whose money is real and its live flag is not set");
        }
        return check.ok(strategy.id(), String.join("; ", words));
    }

    /// Live accounts it lists and does not reach.
    private static List<Broker> kept(
            StrategyDefinition definition, List<BrokerAccount> accounts, List<BrokerAccount> reached) {
        return accounts.stream()
                .filter(each -> definition.brokers().contains(each.broker()) && !reached.contains(each))
                .map(BrokerAccount::broker)
                .toList();
    }

    private static String names(List<Broker> brokers) {
        return brokers.stream().map(Broker::name).collect(Collectors.joining(", "));
    }
}
