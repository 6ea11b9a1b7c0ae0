package io.alphapanda.stage.preflight;

import java.util.List;

/// The list of checks, in the order in which they are told.
public final class Preflight {

    static final List<Check> CHECKS = List.of(
            new Check("configuration", StoreChecks::configuration),
            new Check("database", StoreChecks::database),
            new Check("redis", StoreChecks::redis),
            new Check("topics", StoreChecks::topics),
            new Check("strategies", StrategyChecks::strategies),
            new Check("market", MarketCheck::market),
            new Check("session", AccountChecks::session),
            new Check("live", AccountChecks::live));

    private Preflight() {}

    /// Judges what is known. A fact that is missing fails, one nobody could see is a warning: no check passes unseen.
    public static Report of(Facts facts) {
        return Report.of(
                facts.now(),
                CHECKS.stream().flatMap(check -> check.of(facts).stream()).toList());
    }
}
