package io.alphapanda.runner;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Names the definitions that were refused, and why. Ready all the same: those in force before stay, and trading goes
/// on with them.
@Readiness
@Singleton
final class StrategyReadiness implements HealthCheck {

    private final StrategyBook book;

    StrategyReadiness(StrategyBook book) {
        this.book = book;
    }

    @Override
    public HealthCheckResponse call() {
        var rules = book.inForce();
        var refused = book.refused();
        var answer = HealthCheckResponse.named("strategies")
                .withData("version", rules.version())
                .withData("inForce", rules.count())
                .withData("degraded", !refused.isEmpty());
        refused.forEach((strategy, reason) -> answer.withData("refused." + strategy, reason));
        return answer.up().build();
    }
}
