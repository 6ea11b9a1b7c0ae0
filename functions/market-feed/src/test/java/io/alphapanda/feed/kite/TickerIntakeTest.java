package io.alphapanda.feed.kite;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.feed.live.LiveTick;
import io.alphapanda.feed.live.TickQueue;
import io.alphapanda.feed.status.LiveProgress;
import io.alphapanda.feed.status.LiveProgress.Dropped;
import io.alphapanda.kite.market.InstrumentToken;
import io.alphapanda.kite.ticker.Divisors;
import io.alphapanda.kite.ticker.TickerFrames;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TickerIntakeTest {

    private static final int INFY = 408_065;
    private static final int USDINR = 412_675;
    private static final Instant AT = Instant.parse("2026-11-26T05:00:00.250Z");
    private static final Instant EXCHANGE_TIME = Instant.parse("2026-11-26T04:59:59Z");

    private final TickQueue queue = new TickQueue(3);
    private final LiveProgress progress = new LiveProgress();
    private final TickerIntake intake = new TickerIntake(
            new TickerFrames(Divisors.OF_THE_CLIENTS),
            Map.of(
                    new InstrumentToken(INFY), InstrumentId.of("NSE:INFY"),
                    new InstrumentToken(USDINR), InstrumentId.of("CDS:USDINR26DECFUT")),
            LocalDate.of(2026, 11, 26),
            queue,
            progress);

    @Test
    void aFullPacketHasTheExchangesTimeAndTheDaysVolume() throws InterruptedException {
        intake.take(frame(full(INFY, 157_315, 4_200, EXCHANGE_TIME)), AT);

        assertThat(taken())
                .containsExactly(new LiveTick(
                        InstrumentId.of("NSE:INFY"), EXCHANGE_TIME, Price.of("1573.15"), Quantity.of(4_200), AT));
    }

    @Test
    void aPacketWithoutATimeCountsAsOfItsArrival() throws InterruptedException {
        intake.take(frame(ltp(INFY, 157_315), full(INFY, 157_320, 1, Instant.EPOCH)), AT);

        assertThat(taken()).extracting(LiveTick::time).containsExactly(AT, AT);
    }

    @Test
    void aCurrencysPriceKeepsAllItsDigits() throws InterruptedException {
        intake.take(frame(ltp(USDINR, 845_525_000)), AT);

        assertThat(taken()).extracting(LiveTick::price).containsExactly(Price.of("84.5525"));
    }

    @Test
    void everyTickThatDoesNotGetThroughIsCountedWithItsReason() throws InterruptedException {
        intake.take(frame(ltp(INFY, 0)), AT);
        intake.take(frame(ltp(999_937, 100)), AT);
        intake.take(frame(full(INFY, 100, 1, Instant.parse("2026-11-25T09:59:00Z"))), AT);
        for (int each = 1; each <= 5; each++) {
            intake.take(frame(ltp(INFY, each)), AT);
        }
        intake.take(frame(new byte[7]), AT);
        intake.take(new byte[] {0, 1, 0}, AT);
        intake.take(new byte[] {0}, AT);

        assertThat(progress.dropped(Dropped.UNPRICED)).isOne();
        assertThat(progress.dropped(Dropped.UNASKED)).isOne();
        assertThat(progress.dropped(Dropped.OTHER_DAY)).isOne();
        assertThat(progress.dropped(Dropped.OVERFLOW)).isEqualTo(2);
        assertThat(progress.unknownPackets()).isEqualTo(2);
        assertThat(progress.frames()).isEqualTo(11);
        assertThat(taken())
                .extracting(LiveTick::price)
                .containsExactly(Price.of("0.03"), Price.of("0.04"), Price.of("0.05"));
    }

    private List<LiveTick> taken() throws InterruptedException {
        var ticks = new ArrayList<LiveTick>();
        for (var tick = queue.poll(Duration.ZERO); tick.isPresent(); tick = queue.poll(Duration.ZERO)) {
            ticks.add(tick.get());
        }
        return ticks;
    }

    private static byte[] ltp(int token, int price) {
        return ByteBuffer.allocate(8).putInt(token).putInt(price).array();
    }

    private static byte[] full(int token, int price, int volume, Instant exchangeTime) {
        return ByteBuffer.allocate(184)
                .putInt(0, token)
                .putInt(4, price)
                .putInt(16, volume)
                .putInt(60, (int) exchangeTime.getEpochSecond())
                .array();
    }

    private static byte[] frame(byte[]... packets) {
        var frame = ByteBuffer.allocate(1_024).putShort((short) packets.length);
        for (var packet : packets) {
            frame.putShort((short) packet.length).put(packet);
        }
        var bytes = new byte[frame.position()];
        frame.flip().get(bytes);
        return bytes;
    }
}
