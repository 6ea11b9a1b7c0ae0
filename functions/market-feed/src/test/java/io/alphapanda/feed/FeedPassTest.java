package io.alphapanda.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.domain.market.BatchSequence;
import io.alphapanda.domain.market.TickBatch;
import io.alphapanda.feed.batch.ShardTail;
import io.alphapanda.feed.clock.FeedStoppedException;
import io.alphapanda.feed.publish.Outlet;
import io.alphapanda.feed.source.FeedSource;
import io.alphapanda.feed.source.RandomWalk;
import io.alphapanda.feed.status.FeedProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedPassTest {

    private static final Instant START = Instant.parse("2026-01-05T04:00:00Z");

    private final FakeClock clock = new FakeClock();
    private final FeedProgress progress = new FeedProgress();
    private final List<TickBatch> published = new ArrayList<>();
    private final List<Instant> leftAt = new ArrayList<>();
    private Duration firstBatchTakes = Duration.ZERO;
    private final Outlet outlet = new Outlet() {
        @Override
        public void publish(TickBatch batch) {
            if (published.isEmpty()) {
                clock.sleepUntil(clock.now().plus(firstBatchTakes));
            }
            published.add(batch);
            leftAt.add(clock.now());
        }

        @Override
        public void settle() {
            // everything is there
        }
    };

    @Test
    void atTheMarketsSpeedNoTickWaitsLongerThanFiftyMilliseconds() {
        pass(Settings.atSpeed("1x", new RandomWalk(1, 6, 200, 1_000, START)), fresh())
                .run();

        assertThat(published.stream().mapToInt(each -> each.ticks().size()).sum())
                .isEqualTo(1_000);
        for (int i = 0; i < published.size() - Settings.SHARDS; i++) {
            assertThat(Duration.between(published.get(i).dueAt(), leftAt.get(i)))
                    .isEqualTo(Duration.ofMillis(50));
        }
    }

    /// Else it would send each late tick by itself, and with that be too slow to ever be in time again.
    @Test
    void aFeedThatWasHeldUpCutsTheBatchesItWouldHaveCutInTime() {
        var settings = Settings.atSpeed("1x", new RandomWalk(1, 6, 200, 1_000, START));
        pass(settings, fresh()).run();
        var inTime = published.stream().map(TickBatch::ticks).toList();
        published.clear();
        firstBatchTakes = Duration.ofSeconds(2);

        pass(settings, fresh()).run();

        assertThat(published).extracting(TickBatch::ticks).containsExactlyInAnyOrderElementsOf(inTime);
    }

    @Test
    void aQuietHourIsHonoured() {
        var began = clock.now();
        var anHour = new RandomWalk(1, 1, 1, 3_601, START);

        pass(Settings.atSpeed("1x", anHour), fresh()).run();

        assertThat(Duration.between(began, clock.now())).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aSuccessorGoesOnWithTheSameOrdinalsAndTakesTheFirstNewTickAsDueNow() {
        var walk = new RandomWalk(1, 6, 200, 1_000, START);
        var began = clock.now();

        pass(Settings.atSpeed("1x", walk), Collections.nCopies(Settings.SHARDS, new ShardTail.Behind(9, 900)))
                .run();

        assertThat(progress.ticksSkipped()).isEqualTo(900);
        assertThat(published).allSatisfy(each -> assertThat(each.sequence().n()).isGreaterThan(9));
        assertThat(published.stream().flatMap(each -> each.ticks().stream()))
                .hasSize(100)
                .allSatisfy(each -> assertThat(each.position()).isGreaterThan(900))
                .allSatisfy(each -> assertThat(each.ordinal()).isGreaterThan(100));
        assertThat(published.getFirst().dueAt()).isEqualTo(began);
    }

    @Test
    void theEndClosesEveryShardOnce() {
        pass(Settings.atSpeed("max", new RandomWalk(1, 1, 200, 10, START)), fresh())
                .run();

        assertThat(published)
                .filteredOn(TickBatch::last)
                .extracting(TickBatch::shard)
                .containsExactly(0, 1, 2, 3);
        assertThat(published).extracting(TickBatch::sequence).containsOnly(new BatchSequence(3, 1));
    }

    @Test
    void aClosedStreamPublishesNothing() {
        pass(
                        Settings.atSpeed("max", new RandomWalk(1, 6, 200, 10, START)),
                        Collections.nCopies(Settings.SHARDS, new ShardTail.Closed(42)))
                .run();

        assertThat(published).isEmpty();
        assertThat(progress.ticksSkipped()).isEqualTo(10);
    }

    @Test
    void askedToStopItStopsWhereverItWaitsAndClosesNothing() {
        clock.stopAt(clock.now().plusSeconds(2));

        assertThatThrownBy(() -> pass(Settings.atSpeed("1x", new RandomWalk(1, 6, 200, 0, START)), fresh())
                        .run())
                .isInstanceOf(FeedStoppedException.class);
        assertThat(published).isNotEmpty().noneMatch(TickBatch::last);
    }

    private FeedPass pass(FeedSettings settings, List<ShardTail> tails) {
        var replay = (FeedSource.Replay) settings.source();
        return new FeedPass(settings, replay.stream(), replay.ticks(), 3, tails, outlet, progress, clock);
    }

    private static List<ShardTail> fresh() {
        return Collections.nCopies(Settings.SHARDS, new ShardTail.Fresh());
    }
}
