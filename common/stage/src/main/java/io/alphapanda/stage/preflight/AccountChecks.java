package io.alphapanda.stage.preflight;

import io.alphapanda.domain.order.Reality;
import io.alphapanda.domain.strategy.StrategyDefinition;
import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.session.SessionStatus;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Whether each account that logs in is logged in, and what would trade for real money.
final class AccountChecks {

    private AccountChecks() {}

    static List<Finding> session(Check check, Facts facts) {
        var accounts =
                facts.accountsOrNone().stream().filter(BrokerAccount::logsIn).toList();
        if (accounts.isEmpty()) {
            return List.of();
        }
        return switch (facts.sessions()) {
            case Seen.Known(var sessions) ->
                accounts.stream().map(each -> session(check, each, sessions)).toList();
            case Seen.Missing(var why) ->
                accounts.stream()
                        .map(each -> check.fail(each.broker().name(), why, "put the ledger right first"))
                        .toList();
            case Seen.Unseen(var why) ->
                accounts.stream()
                        .map(each -> check.warn(each.broker().name(), why, "look again once the ledger is there"))
                        .toList();
        };
    }

    private static Finding session(Check check, BrokerAccount account, Map<String, SessionStatus> sessions) {
        var name = account.broker().name();
        return switch (sessions.getOrDefault(name, new SessionStatus.None())) {
            case SessionStatus.Open open ->
                check.ok(name, "%s is logged in until %s".formatted(open.userId(), open.expiresAt()));
            case SessionStatus.None() -> away(check, account, "nobody is logged in");
            case SessionStatus.Expired over -> away(check, account, "the login expired at " + over.expiresAt());
            case SessionStatus.Ended ended ->
                away(check, account, "the login ended at %s: %s".formatted(ended.endedAt(), ended.why()));
        };
    }

    /// A live account nobody is logged in to can't cancel either; a simulated one only fails to play.
    private static Finding away(Check check, BrokerAccount account, String words) {
        var name = account.broker().name();
        var fix = "./panda login " + name;
        return account.isLive() ? check.fail(name, words, fix) : check.warn(name, words, fix);
    }

    static List<Finding> live(Check check, Facts facts) {
        var accounts = facts.accountsOrNone();
        if (!(facts.accounts() instanceof Seen.Known)) {
            return List.of();
        }
        var live = accounts.stream().filter(BrokerAccount::isLive).toList();
        return live.isEmpty()
                ? List.of(check.ok("real money", "none: " + harmless(accounts)))
                : live.stream().map(each -> live(check, facts, each)).toList();
    }

    private static String harmless(List<BrokerAccount> accounts) {
        return accounts.stream()
                .map(each -> each.broker().name() + (each.reality() == Reality.PAPER ? " is paper" : " is simulated"))
                .collect(Collectors.joining(", "));
    }

    /// Always to be looked at: whoever starts this must know whose money it is.
    private static Finding live(Check check, Facts facts, BrokerAccount account) {
        var name = account.broker().name();
        if (!(facts.strategies() instanceof Seen.Known)) {
            return check.warn(
                    name,
                    "is LIVE, and what would trade there is not known: the strategies can't be seen",
                    "look at the strategies before it starts");
        }
        var trading = facts.validStrategies().stream()
                .map(DefinedStrategy.Valid::definition)
                .filter(each -> Reached.accounts(each, facts.accountsOrNone()).contains(account))
                .toList();
        return trading.isEmpty()
                ? check.warn(
                        name,
                        "is LIVE, but no strategy reaches it: nothing will trade there",
                        "list it in a strategy and set its live flag, or leave it out of ACTIVE_BROKERS")
                : check.warn(
                        name,
                        "REAL MONEY will be traded: "
                                + trading.stream().map(AccountChecks::words).collect(Collectors.joining("; ")),
                        "if that is not what you want, set panda.brokers.%s.live to false or halt it".formatted(name));
    }

    private static String words(StrategyDefinition definition) {
        var what = definition.instruments().isEmpty()
                ? "every instrument of "
                        + definition.assetClasses().stream()
                                .map(each -> each.label())
                                .sorted()
                                .collect(Collectors.joining(", "))
                : definition.instruments().stream()
                        .sorted()
                        .map(Object::toString)
                        .collect(Collectors.joining(", "));
        return "strategy %s (%s) trades %s, %s a signal"
                .formatted(definition.id(), definition.type(), what, definition.size());
    }
}
