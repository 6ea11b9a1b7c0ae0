package io.alphapanda.feed.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TickQueueTest {

    private static final Instant NOON = Instant.parse("2026-11-26T06:30:00Z");

    @Test
    void ticksLeaveInTheOrderTheyCame() throws InterruptedException {
        var queue = filled(10, "A1", "B1", "A2", "C1");

        assertThat(drained(queue)).containsExactly("A1", "B1", "A2", "C1");
    }

    @Test
    void aFullQueueGivesUpTheOldestTickOfTheSameInstrument() throws InterruptedException {
        var queue = filled(4, "A1", "B1", "B2", "A2");

        assertThat(queue.offer(tick("B3"))).isFalse();

        assertThat(drained(queue)).containsExactly("A1", "B2", "A2", "B3");
    }

    @Test
    void theOnlyTickOfAQuietInstrumentStaysWhenAnotherQuietOneComes() throws InterruptedException {
        var queue = filled(4, "A1", "B1", "B2", "B3");

        assertThat(queue.offer(tick("C1"))).isFalse();

        assertThat(drained(queue)).containsExactly("A1", "B2", "B3", "C1");
    }

    @Test
    void withMoreInstrumentsThanRoomTheOldestTickGoes() throws InterruptedException {
        var queue = filled(2, "A1", "B1");

        assertThat(queue.offer(tick("C1"))).isFalse();

        assertThat(drained(queue)).containsExactly("B1", "C1");
    }

    @Test
    void anEmptyQueueGivesNothingWhenPatienceEnds() throws InterruptedException {
        assertThat(new TickQueue(4).poll(Duration.ofMillis(1))).isEmpty();
        assertThat(new TickQueue(4).poll(Duration.ofMillis(-1))).isEmpty();
    }

    /// Whatever comes: never more than fit, in order of arrival, and the latest of every instrument among them.
    @Test
    void theLatestOfEveryInstrumentSurvivesAnyFlood() throws InterruptedException {
        long seed = System.nanoTime();
        System.out.println("TickQueueTest seed=" + seed);
        var random = new SplittableRandom(seed);
        for (int round = 0; round < 200; round++) {
            int instruments = random.nextInt(1, 9);
            var queue = new TickQueue(random.nextInt(instruments, 12));
            var latest = new HashMap<String, String>();
            var counts = new HashMap<String, Integer>();
            int dropped = 0;
            int offered = random.nextInt(100);
            for (int each = 0; each < offered; each++) {
                var name = String.valueOf((char) ('A' + random.nextInt(instruments)));
                var text = name + counts.merge(name, 1, Integer::sum);
                latest.put(name, text);
                dropped += queue.offer(tick(text)) ? 0 : 1;
            }
            var left = drained(queue);
            assertThat(left).hasSize(offered - dropped);
            assertThat(new HashSet<>(left)).containsAll(latest.values());
            for (var name : latest.keySet()) {
                assertThat(left.stream()
                                .filter(each -> each.startsWith(name))
                                .map(each -> Integer.valueOf(each.substring(1))))
                        .isSorted();
            }
        }
    }

    private static TickQueue filled(int capacity, String... ticks) {
        var queue = new TickQueue(capacity);
        for (var each : ticks) {
            assertThat(queue.offer(tick(each))).isTrue();
        }
        return queue;
    }

    /// `B3`: the tick of instrument B whose volume is 3.
    private static LiveTick tick(String text) {
        return new LiveTick(
                new InstrumentId("NSE", text.substring(0, 1)),
                NOON,
                Price.of("1"),
                Quantity.of(text.substring(1)),
                NOON);
    }

    private static List<String> drained(TickQueue queue) throws InterruptedException {
        var ticks = new ArrayList<String>();
        for (var tick = queue.poll(Duration.ZERO); tick.isPresent(); tick = queue.poll(Duration.ZERO)) {
            ticks.add(tick.get().instrument().symbol() + tick.get().volume());
        }
        return ticks;
    }
}
