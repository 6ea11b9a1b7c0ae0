package io.alphapanda.api.watching;

import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.instrument.Venues;
import io.alphapanda.stage.watch.FeedView;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether prices come.
final class FeedRules {

    /// A feed that has been gone for longer belonged to another run.
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private static final String FAILED = "failed";
    private static final String ENDED = "ended";

    private FeedRules() {}

    static Stream<Condition> feeds(HouseState state, Limits limits) {
        return state.feeds().stream()
                .filter(each -> !each.state().equals(ENDED))
                .flatMap(each -> of(each, state.now(), limits).stream());
    }

    /// The worst of what can be said of it: one feed, one alert.
    private static Optional<Condition> of(FeedView feed, Instant now, Limits limits) {
        var unheard = Duration.between(feed.at(), now);
        if (unheard.compareTo(FORGOTTEN_AFTER) > 0) {
            return Optional.empty();
        }
        if (feed.state().equals(FAILED)) {
            return Optional.of(Condition.of(
                    AlertCode.FEED_FAILED,
                    feed.assetClass(),
                    "it says: " + feed.trouble().orElse("no reason given")));
        }
        if (unheard.compareTo(limits.feedSilence()) > 0) {
            return Optional.of(Condition.of(
                    AlertCode.FEED_SILENT,
                    feed.assetClass(),
                    "last heard of %d s ago; see whether its market-feed is up".formatted(unheard.toSeconds())));
        }
        return stale(feed, now, limits);
    }

    /// Recorded ticks come as they were recorded; only a live market owes us some.
    private static Optional<Condition> stale(FeedView feed, Instant now, Limits limits) {
        var quiet = feed.lastBatchAt().map(at -> Duration.between(at, now));
        if (!feed.live() || !isOpen(feed.assetClass(), now)) {
            return Optional.empty();
        }
        return quiet.filter(each -> each.compareTo(limits.feedAge()) > 0)
                .map(each -> Condition.of(
                        AlertCode.FEED_STALE,
                        feed.assetClass(),
                        "nothing published for %d s while the market is open%s"
                                .formatted(
                                        each.toSeconds(),
                                        feed.trouble()
                                                .map(why -> "; it says: " + why)
                                                .orElse(""))));
    }

    private static boolean isOpen(String assetClass, Instant now) {
        var of = AssetClass.of(assetClass);
        return Venues.all().stream()
                .filter(each -> each.assetClass() == of && each.calendar().hasHours())
                .anyMatch(each -> each.calendar().isOpen(now));
    }
}
