package io.alphapanda.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.market.StreamId;
import io.alphapanda.domain.market.Tick;
import io.alphapanda.domain.market.TickBatch;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.feed.batch.ShardTail;
import io.alphapanda.feed.batch.Sharding;
import io.alphapanda.feed.batch.StreamEnd;
import io.alphapanda.feed.clock.FeedStoppedException;
import io.alphapanda.feed.live.LiveTick;
import io.alphapanda.feed.live.LiveTicks;
import io.alphapanda.feed.publish.Outlet;
import io.alphapanda.feed.status.FeedProgress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LivePassTest {

    private static final InstrumentId INFY = InstrumentId.of("NSE:INFY");
    private static final InstrumentId TCS = InstrumentId.of("NSE:TCS");
    private static final int SHARD = new Sharding(Settings.SHARDS).of(INFY);

    private final FakeClock clock = new FakeClock();
    private final FeedProgress progress = new FeedProgress();
    private final FakeLive live = new FakeLive(date -> new StreamId("kite-" + date));
    private final List<TickBatch> published = new ArrayList<>();
    private final List<Instant> leftAt = new ArrayList<>();
    private final Instant began = clock.now();
    private final Outlet outlet = new Outlet() {
        @Override
        public void publish(TickBatch batch) {
            published.add(batch);
            leftAt.add(clock.now());
        }

        @Override
        public void settle() {
            // everything is there
        }
    };

    @Test
    void aTickLeavesFiftyMillisecondsAfterItCameIn() {
        arrives(INFY, 0, 0);
        arrives(INFY, 30, 30);
        silence(50);
        silence(100);

        pass(fresh(), StreamEnd.FRESH).run();

        var first = published.getFirst();
        assertThat(first.stream()).hasToString("kite-2026-01-05");
        assertThat(first.dueAt()).isEqualTo(began);
        assertThat(leftAt.getFirst()).isEqualTo(began.plusMillis(50));
        assertThat(first.ticks()).extracting(Tick::ordinal).containsExactly(1L, 2L);
        assertThat(first.ticks()).extracting(Tick::position).containsExactly(1L, 2L);
    }

    /// Else every tick that waited would leave by itself, and a feed that is late would stay late.
    @Test
    void aFeedThatWasHeldUpCutsByTheTimeItsTicksCameIn() {
        for (int each = 0; each < 10; each++) {
            arrives(INFY, 5_000, 20L * each);
        }

        pass(fresh(), StreamEnd.FRESH).run();

        assertThat(ofInfy()).extracting(each -> each.ticks().size()).containsExactly(3, 3, 3, 1);
        assertThat(ofInfy())
                .extracting(TickBatch::dueAt)
                .containsExactly(began, began.plusMillis(60), began.plusMillis(120), began.plusMillis(180));
    }

    @Test
    void ordinalsPositionsAndBatchesGoOnBehindWhatIsPublished() {
        arrives(INFY, 0, 0);
        arrives(TCS, 0, 0);
        arrives(INFY, 0, 0);
        var tails = Collections.<ShardTail>nCopies(Settings.SHARDS, new ShardTail.Behind(41, 999));

        pass(tails, new StreamEnd(1_000, Map.of(INFY, 700L), Set.of())).run();

        assertThat(ticksOf(INFY)).extracting(Tick::ordinal).containsExactly(701L, 702L);
        assertThat(ticksOf(TCS)).extracting(Tick::ordinal).containsExactly(1L);
        assertThat(ticksOf(INFY)).extracting(Tick::position).containsExactly(1_001L, 1_003L);
        assertThat(published).extracting(each -> each.sequence().n()).containsOnly(42L);
    }

    /// A repeated ordinal would make a new tick look like an old one; a gap is only counted.
    @Test
    void whereTheTopicHasLostTheMorningOrdinalsSkipRatherThanRepeat() {
        arrives(INFY, 0, 0);

        pass(
                        Collections.nCopies(Settings.SHARDS, new ShardTail.Behind(41, 999)),
                        new StreamEnd(1_000, Map.of(), Set.of(SHARD)))
                .run();

        assertThat(ticksOf(INFY)).extracting(Tick::ordinal).containsExactly(1_001L);
    }

    @Test
    void theEndOfTheDayClosesEveryShardAndStopsListening() {
        arrives(INFY, 0, 0);

        var pass = pass(fresh(), StreamEnd.FRESH);
        pass.run();

        assertThat(published)
                .filteredOn(TickBatch::last)
                .extracting(TickBatch::shard)
                .containsExactly(0, 1, 2, 3);
        assertThat(live.opened).isOne();
        assertThat(live.closed).isOne();
        assertThat(pass.taken()).isOne();
    }

    @Test
    void askedToStopItStopsAndClosesNoStream() {
        clock.stopAt(began.plusSeconds(1));
        arrives(INFY, 0, 0);
        silence(500);
        silence(1_000);

        assertThatThrownBy(() -> pass(fresh(), StreamEnd.FRESH).run()).isInstanceOf(FeedStoppedException.class);

        assertThat(published).isNotEmpty().noneMatch(TickBatch::last);
        assertThat(live.closed).isOne();
    }

    /// @param now  milliseconds from the beginning at which the feed gets it
    /// @param came when it came in
    private void arrives(InstrumentId instrument, long now, long came) {
        live.script.add(() -> {
            clock.sleepUntil(began.plusMillis(now));
            var at = began.plusMillis(came);
            return new LiveTicks.Arrived(new LiveTick(instrument, at, Price.of("100.5"), Quantity.of(7), at));
        });
    }

    private void silence(long until) {
        live.script.add(() -> {
            if (began.plusMillis(until).isAfter(clock.now())) {
                clock.jumpTo(began.plusMillis(until));
            }
            return new LiveTicks.Silence();
        });
    }

    private List<TickBatch> ofInfy() {
        return published.stream()
                .filter(each -> each.shard() == SHARD && !each.ticks().isEmpty())
                .toList();
    }

    private List<Tick> ticksOf(InstrumentId instrument) {
        return published.stream()
                .flatMap(each -> each.ticks().stream())
                .filter(each -> each.instrument().equals(instrument))
                .toList();
    }

    private LivePass pass(List<ShardTail> tails, StreamEnd end) {
        var settings = Settings.live(AssetClass.EQUITY, live);
        return new LivePass(settings, live.day(began), 3, tails, end, outlet, progress, clock);
    }

    private static List<ShardTail> fresh() {
        return Collections.nCopies(Settings.SHARDS, new ShardTail.Fresh());
    }
}
