package io.alphapanda.feed;

import static io.alphapanda.stage.meter.Meter.counter;
import static io.alphapanda.stage.meter.Meter.gauge;

import io.alphapanda.feed.pace.LagWatch;
import io.alphapanda.feed.pace.Lags;
import io.alphapanda.feed.status.FeedProgress;
import io.alphapanda.feed.status.FeedState;
import io.alphapanda.stage.meter.Meter;
import io.alphapanda.stage.meter.Meters;
import java.util.List;
import java.util.stream.Stream;

/// What the feed records: read from its progress whenever somebody asks, so publishing pays nothing for it.
final class FeedMeters {

    static final Meter TICKS = counter("panda.feed.ticks", "Ticks published and acknowledged.");

    static final Meter BATCHES = counter("panda.feed.batches", "Batches published and acknowledged.");

    static final Meter IN_FLIGHT =
            gauge("panda.feed.batches.in.flight", "Batches handed to Kafka and not acknowledged, at most one a shard.");

    static final Meter LAG = gauge(
            "panda.feed.follower.lag",
            "Records a consumer group downstream has not read, from the batches to the booked fills.",
            "group");

    static final Meter BROKEN_LINES = gauge(
            "panda.feed.broken.lines", "Lines of a recorded file skipped because they can't be read, in this pass.");

    static final Meter PAUSED = counter(
            "panda.feed.paused.seconds", "Seconds it waited for its followers, for Kafka, Redis or the database.");

    static final Meter EPOCH = gauge("panda.feed.epoch", "Epoch of its lease, 0 before the first.");

    static final Meter LEASES_LOST = counter(
            "panda.feed.leases.lost",
            "Leases it lost while publishing: to a second publisher, or because the database did not answer in time.");

    static final Meter STATE =
            gauge("panda.feed.state", "1 for the state it is in, 0 for the others; the states of `/status`.", "state");

    private static final List<Meter> OF_ALL =
            List.of(TICKS, BATCHES, IN_FLIGHT, LAG, BROKEN_LINES, PAUSED, EPOCH, LEASES_LOST, STATE);

    /// In the order of the page.
    static final List<Meter> ALL =
            Stream.concat(OF_ALL.stream(), LiveMeters.ALL.stream()).toList();

    private static final double MILLIS = 1_000.0;

    private FeedMeters() {}

    static void show(Meters meters, FeedProgress progress, LagWatch lagWatch, List<String> groups) {
        meters.follow(TICKS, progress::ticksPublished);
        meters.follow(BATCHES, progress::batches);
        meters.show(IN_FLIGHT, () -> Math.max(0, progress.batchesSent() - progress.batchesSettled()));
        meters.show(BROKEN_LINES, () -> progress.brokenLines().count());
        meters.follow(PAUSED, () -> progress.pausedFor().toMillis() / MILLIS);
        meters.show(EPOCH, progress::epoch);
        meters.follow(LEASES_LOST, progress::leasesLost);
        LiveMeters.show(meters, progress.live());
        for (var state : FeedState.values()) {
            meters.show(STATE, () -> progress.state() == state ? 1 : 0, state.label());
        }
        for (var group : groups) {
            meters.show(
                    LAG, () -> lagWatch.latest().map(each -> of(each, group)).orElse(Double.NaN), group);
        }
    }

    private static double of(Lags lags, String group) {
        return lags.byGroup().entrySet().stream()
                .filter(each -> each.getKey().group().equals(group))
                .mapToDouble(each -> each.getValue())
                .findFirst()
                .orElse(Double.NaN);
    }
}
