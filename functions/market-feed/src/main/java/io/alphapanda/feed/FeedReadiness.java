package io.alphapanda.feed;

import io.alphapanda.feed.status.FeedState;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready unless the feed has failed: one that waits for the lease stands by, which is its job.
@Readiness
@ApplicationScoped
public class FeedReadiness implements HealthCheck {

    private final Feed feed;

    FeedReadiness(Feed feed) {
        this.feed = feed;
    }

    @Override
    public HealthCheckResponse call() {
        var state = feed.progress().state();
        return HealthCheckResponse.named("feed")
                .status(state != FeedState.FAILED)
                .withData("state", state.label())
                .build();
    }
}
