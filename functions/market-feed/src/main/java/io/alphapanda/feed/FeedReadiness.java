package io.alphapanda.feed;

import io.alphapanda.feed.status.FeedProgress;
import io.alphapanda.feed.status.FeedState;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready unless the feed has failed, lost its lease, or gets no ticks from a market that is open: one that waits for
/// its first lease stands by, which is its job.
@Readiness
@ApplicationScoped
public class FeedReadiness implements HealthCheck {

    private final Feed feed;

    FeedReadiness(Feed feed) {
        this.feed = feed;
    }

    @Override
    public HealthCheckResponse call() {
        return of(feed.progress());
    }

    static HealthCheckResponse of(FeedProgress progress) {
        var state = progress.state();
        var answer = HealthCheckResponse.named("feed")
                .status(state != FeedState.FAILED
                        && !progress.hasLostItsLease()
                        && !progress.live().isStalled())
                .withData("state", state.label())
                .withData("epoch", progress.epoch())
                .withData("leaseLost", progress.hasLostItsLease())
                .withData("stalled", progress.live().isStalled());
        progress.trouble().or(() -> progress.live().trouble()).ifPresent(reason -> answer.withData("trouble", reason));
        return answer.build();
    }
}
