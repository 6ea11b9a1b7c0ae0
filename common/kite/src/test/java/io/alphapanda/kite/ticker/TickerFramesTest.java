package io.alphapanda.kite.ticker;

import static io.alphapanda.kite.ticker.Frames.frame;
import static io.alphapanda.kite.ticker.Frames.packet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.kite.Recorded;
import io.alphapanda.kite.json.KiteJson;
import io.alphapanda.kite.market.Depth;
import io.alphapanda.kite.market.InstrumentToken;
import io.alphapanda.kite.market.Ohlc;
import io.alphapanda.kite.ticker.KiteTick.FullTick;
import io.alphapanda.kite.ticker.KiteTick.IndexTick;
import io.alphapanda.kite.ticker.KiteTick.LastPriceTick;
import io.alphapanda.kite.ticker.KiteTick.OpenInterest;
import io.alphapanda.kite.ticker.KiteTick.QuoteTick;
import io.alphapanda.kite.ticker.KiteTick.Traded;
import io.alphapanda.kite.ticker.TickerFrame.Broken;
import io.alphapanda.kite.ticker.TickerFrame.Heartbeat;
import io.alphapanda.kite.ticker.TickerFrame.Ticks;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Positive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Bytes of the ticker, and what they say.
class TickerFramesTest {

    private static final long INFY = 408065;
    private static final long NIFTY = 256265;

    private final TickerFrames frames = new TickerFrames(Divisors.OF_THE_CLIENTS);

    @Test
    void theRecordedQuoteSaysWhatItsJsonSays() {
        var text = new String(Recorded.bytes("ticker_quote.packet"), StandardCharsets.US_ASCII);
        var shown = KiteJson.tree(Recorded.bytes("ticker_quote.json"));

        var tick = (QuoteTick) only(frame(Base64.getMimeDecoder().decode(text)));

        assertThat(tick.token().value()).isEqualTo(shown.get("instrument_token").asLong());
        assertThat(tick.lastPrice())
                .isEqualByComparingTo(shown.get("last_price").decimalValue());
        assertThat(tick.traded()).isEqualTo(new Traded(1, new BigDecimal("1570.33"), 1_175_986, 256_511, 360_503));
        assertThat(tick.ohlc()).isEqualTo(ohlc("1569.15", "1575.00", "1561.05", "1567.80"));
    }

    @Test
    void theRecordedLastPriceIsTheBeginningOfTheQuote() {
        var text = new String(Recorded.bytes("ticker_quote.packet"), StandardCharsets.US_ASCII);
        var shown = KiteJson.tree(Recorded.bytes("ticker_ltp.json"));
        var packet = Arrays.copyOf(Base64.getMimeDecoder().decode(text), 8);

        assertThat(only(frame(packet)))
                .isEqualTo(new LastPriceTick(
                        new InstrumentToken(shown.get("instrument_token").asLong()),
                        shown.get("last_price").decimalValue()));
    }

    @Test
    void aFullPacketHasTimesOpenInterestAndDepth() {
        var tick = (FullTick) only(frame(full(INFY)));

        assertThat(tick.lastPrice()).isEqualTo(new BigDecimal("1573.15"));
        assertThat(tick.traded()).isEqualTo(new Traded(1, new BigDecimal("1570.33"), 3_000_000_000L, 20, 30));
        assertThat(tick.ohlc()).isEqualTo(ohlc("15.00", "16.00", "14.00", "14.50"));
        assertThat(tick.lastTradeTime()).contains(Instant.ofEpochSecond(1_764_127_800L));
        assertThat(tick.openInterest()).isEqualTo(new OpenInterest(100, 120, 90));
        assertThat(tick.exchangeTime()).contains(Instant.ofEpochSecond(1_764_127_801L));
        assertThat(tick.depth().buy()).hasSize(5);
        assertThat(tick.depth().sell()).hasSize(5);
        assertThat(tick.depth().buy().getFirst()).isEqualTo(level("1.00", 10, 1));
        assertThat(tick.depth().buy().get(4)).isEqualTo(level("1.04", 14, 5));
        assertThat(tick.depth().sell().getFirst()).isEqualTo(level("1.05", 15, 6));
        assertThat(tick.depth().sell().get(4)).isEqualTo(level("1.09", 19, 65_535));
    }

    @Test
    void anIndexHasItsPricesInAnotherOrder() {
        var quote = (IndexTick) only(frame(packet(NIFTY, 2_500_005, 2_510_000, 2_490_000, 2_495_000, 2_499_000, -1)));
        assertThat(quote)
                .isEqualTo(new IndexTick(
                        new InstrumentToken(NIFTY),
                        new BigDecimal("25000.05"),
                        ohlc("24950.00", "25100.00", "24900.00", "24990.00"),
                        new BigDecimal("-0.01"),
                        Optional.empty()));

        var full = (IndexTick) only(frame(packet(NIFTY, 1, 2, 3, 4, 5, 6, 1_764_127_801L)));
        assertThat(full.exchangeTime()).contains(Instant.ofEpochSecond(1_764_127_801L));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 100.00",
        "2, 100.00",
        "3, 0.0010000",
        "4, 100.00",
        "5, 100.00",
        "6, 1.0000",
        "7, 100.00",
        "8, 100.00",
        "9, 100.00"
    })
    void theLowByteOfATokenDecidesTheDivisor(int segment, BigDecimal price) {
        assertThat(only(frame(packet(256 * 7L + segment, 10_000))).lastPrice()).isEqualTo(price);
    }

    @Test
    void theDivisorOfBsesCurrenciesIsConfigurable() {
        var documented = new TickerFrames(new Divisors(100, 10_000_000, 10_000_000));

        assertThat(documented.read(frame(packet(256 * 7L + 6, 845_000_000))))
                .isEqualTo(ticks(new LastPriceTick(new InstrumentToken(1798), new BigDecimal("84.5000000"))));
        assertThatThrownBy(() -> new Divisors(100, 10_000_000, 25))
                .hasMessage("BCD divisor 25 must be 1, 10, 100 … at most 1000000000");
    }

    @Test
    void numbersHaveNoSign() {
        var tick = only(frame(packet(0xFFFF_FF01L, 0xFFFF_FFFFL)));

        assertThat(tick.token().value()).isEqualTo(0xFFFF_FF01L);
        assertThat(tick.lastPrice()).isEqualTo(new BigDecimal("42949672.95"));
    }

    @Test
    void aTimeOfZeroIsNone() {
        var packet = full(INFY);
        ByteBuffer.wrap(packet).putInt(44, 0).putInt(60, 0);

        var tick = (FullTick) only(frame(packet));

        assertThat(tick.lastTradeTime()).isEmpty();
        assertThat(tick.exchangeTime()).isEmpty();
    }

    @Test
    void oneByteIsAHeartbeatAndNoneIsNothing() {
        assertThat(frames.read(new byte[] {0})).isEqualTo(new Heartbeat());
        assertThat(frames.read(new byte[] {7})).isEqualTo(new Heartbeat());
        assertThat(frames.read(new byte[0])).isEqualTo(new Broken(List.of(), 0, "frame is empty"));
        assertThat(frames.read(new byte[] {0, 0})).isEqualTo(new Ticks(List.of(), 0));
    }

    @Test
    void aFrameWithSeveralPacketsAndSomeNobodyKnows() {
        var frame = frame(packet(INFY, 100), packet(INFY, 1, 2), packet(256 * 7L + 77, 5), new byte[3], full(INFY));

        var ticks = (Ticks) frames.read(frame);

        assertThat(ticks.unknown()).isEqualTo(3);
        assertThat(ticks.ticks())
                .extracting(each -> each.getClass().getSimpleName())
                .containsExactly("LastPriceTick", "FullTick");
    }

    @Test
    void aFrameThatEndsTooEarlyGivesWhatIsWhole() {
        var frame = frame(packet(INFY, 100), packet(INFY, 200));

        assertThat(frames.read(Arrays.copyOf(frame, frame.length - 1)))
                .isEqualTo(new Broken(
                        List.of(new LastPriceTick(new InstrumentToken(INFY), new BigDecimal("1.00"))),
                        0,
                        "frame of 21 bytes ends within packet 2 of 2, at byte 12"));
        assertThat(frames.read(Arrays.copyOf(frame, frame.length + 2))).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.why()).isEqualTo("frame has 2 bytes behind its 2 packets");
            assertThat(broken.ticks()).hasSize(2);
        });
    }

    @Property
    void anyBytesAreReadWithoutAnException(@ForAll byte[] bytes) {
        assertThat(frames.read(bytes)).isNotNull();
    }

    @Property
    void whatIsPutInComesOut(@ForAll("packets") List<byte[]> packets) {
        var read = (Ticks) frames.read(frame(packets));

        assertThat(read.unknown()).isZero();
        var expected = new ArrayList<Long>();
        packets.forEach(each ->
                expected.add(Integer.toUnsignedLong(ByteBuffer.wrap(each).getInt(4))));
        assertThat(read.ticks())
                .extracting(each -> each.lastPrice().unscaledValue().longValueExact())
                .isEqualTo(expected);
    }

    @Property
    void everyPrefixOfAFrameIsBrokenAndGivesItsWholePackets(
            @ForAll("packets") List<byte[]> packets, @ForAll @Positive int cut) {
        var frame = frame(packets);
        int length = 2 + cut % (frame.length - 2 + 1);
        int whole = 0;
        for (int end = 2; whole < packets.size(); whole++) {
            end += 2 + packets.get(whole).length;
            if (end > length) {
                break;
            }
        }

        var read = frames.read(Arrays.copyOf(frame, length));

        switch (read) {
            case Broken broken -> assertThat(broken.ticks()).hasSize(whole).hasSizeLessThan(packets.size());
            case Ticks ticks -> assertThat(ticks.ticks()).hasSize(packets.size());
            case Heartbeat _ -> throw new AssertionError("a prefix of " + length + " bytes is no heartbeat");
        }
    }

    @Provide
    Arbitrary<List<byte[]>> packets() {
        var lengths = Arbitraries.of(8, 28, 32, 44, 184);
        var segments = Arbitraries.integers().between(1, 9);
        var fill = Arbitraries.integers();
        return lengths.flatMap(length -> segments.flatMap(segment -> fill.map(seed -> {
                    var bytes = new byte[length];
                    new Random(seed).nextBytes(bytes);
                    bytes[3] = segment.byteValue();
                    return bytes;
                })))
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    private KiteTick only(byte[] frame) {
        var read = frames.read(frame);
        assertThat(read).isInstanceOf(Ticks.class);
        assertThat(((Ticks) read).unknown()).isZero();
        assertThat(((Ticks) read).ticks()).hasSize(1);
        return ((Ticks) read).ticks().getFirst();
    }

    private static Ticks ticks(KiteTick... ticks) {
        return new Ticks(List.of(ticks), 0);
    }

    private static byte[] full(long token) {
        var bytes = ByteBuffer.allocate(184);
        bytes.put(packet(
                token,
                157_315,
                1,
                157_033,
                3_000_000_000L,
                20,
                30,
                1500,
                1600,
                1400,
                1450,
                1_764_127_800L,
                100,
                120,
                90,
                1_764_127_801L));
        for (int level = 0; level < 10; level++) {
            bytes.putInt(10 + level).putInt(100 + level);
            bytes.putShort((short) (level == 9 ? 65_535 : level + 1)).putShort((short) 0);
        }
        return bytes.array();
    }

    private static Ohlc ohlc(String open, String high, String low, String close) {
        return new Ohlc(new BigDecimal(open), new BigDecimal(high), new BigDecimal(low), new BigDecimal(close));
    }

    private static Depth.Level level(String price, long quantity, int orders) {
        return new Depth.Level(new BigDecimal(price), BigDecimal.valueOf(quantity), orders);
    }
}
