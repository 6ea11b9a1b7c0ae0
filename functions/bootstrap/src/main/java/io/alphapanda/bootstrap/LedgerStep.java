package io.alphapanda.bootstrap;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// Brings the ledger's schema to this version. A lock in the database lets one migrate at a time; who waited finds
/// nothing left to do. A ledger that is newer than this version is left as it is.
@ApplicationScoped
class LedgerStep implements Step {

    private final Flyway flyway;
    private final String url;

    LedgerStep(Flyway flyway, @ConfigProperty(name = "panda.database.url") String url) {
        this.flyway = flyway;
        this.url = url;
    }

    @Override
    public String take() {
        try {
            var result = flyway.migrate();
            var current = flyway.info().current();
            return "ledger: %d migrations applied, at version %s"
                    .formatted(result.migrationsExecuted, current == null ? "none" : current.getVersion());
        } catch (FlywayException e) {
            throw new StepException(
                    "ledger at %s (panda.database.url): %s"
                            .formatted(url, innermost(e).getMessage()),
                    e);
        }
    }

    private static Throwable innermost(Throwable failure) {
        var each = failure;
        while (each.getCause() != null && each.getCause() != each) {
            each = each.getCause();
        }
        return each;
    }
}
