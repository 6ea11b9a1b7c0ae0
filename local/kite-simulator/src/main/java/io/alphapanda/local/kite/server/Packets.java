package io.alphapanda.local.kite.server;

import io.alphapanda.local.kite.exchange.MarketView;
import io.alphapanda.local.kite.exchange.SimulatedInstrument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The ticker's binary layouts, big-endian. A frame is an int16 count, then for each packet an int16 length and its
/// bytes; a packet's length tells what it is.
///
/// | bytes | packet | fields, int32 each unless said |
/// |---|---|---|
/// | 8 | ltp | token, last |
/// | 44 | quote | + last quantity, average, volume, bids, asks, open, high, low, close |
/// | 184 | full | + last trade time, open interest, its high and low, exchange time, 5 bids, 5 asks of 12 bytes |
/// | 28, 32 | index, quote and full | token, last, high, low, open, close, change, and for full the exchange time |
final class Packets {
    /// How much a client wants to know.
    enum Mode {
        LTP,
        QUOTE,
        FULL
    }

    private static final int CDS = 3;
    private static final int BCD = 6;
    private static final int LTP_LENGTH = 8;
    private static final int QUOTE_LENGTH = 44;
    private static final int FULL_LENGTH = 184;
    private static final int INDEX_QUOTE_LENGTH = 28;
    private static final int INDEX_FULL_LENGTH = 32;

    private Packets() {}

    /// Prices are divided by this to get rupees: 10 million for CDS, 10 thousand for BCD (as the official clients do),
    /// 100 for the rest.
    static BigDecimal divisor(SimulatedInstrument instrument) {
        return BigDecimal.valueOf(
                switch (instrument.segmentCode()) {
                    case CDS -> 10_000_000;
                    case BCD -> 10_000;
                    default -> 100;
                });
    }

    static byte[] packet(MarketView view, Mode mode, Instant now) {
        boolean index = !view.instrument().tradable();
        ByteBuffer bytes = ByteBuffer.allocate(length(mode, index));
        bytes.putInt((int) view.instrument().token());
        price(bytes, view, view.last());
        if (mode != Mode.LTP) {
            if (index) {
                index(bytes, view, mode, now);
            } else {
                quote(bytes, view);
                if (mode == Mode.FULL) {
                    full(bytes, view, now);
                }
            }
        }
        return bytes.array();
    }

    static byte[] frame(List<byte[]> packets) {
        int length = Short.BYTES
                + packets.stream()
                        .mapToInt(packet -> Short.BYTES + packet.length)
                        .sum();
        ByteBuffer bytes = ByteBuffer.allocate(length);
        bytes.putShort((short) packets.size());
        packets.forEach(packet -> bytes.putShort((short) packet.length).put(packet));
        return bytes.array();
    }

    private static int length(Mode mode, boolean index) {
        return switch (mode) {
            case LTP -> LTP_LENGTH;
            case QUOTE -> index ? INDEX_QUOTE_LENGTH : QUOTE_LENGTH;
            case FULL -> index ? INDEX_FULL_LENGTH : FULL_LENGTH;
        };
    }

    private static void quote(ByteBuffer bytes, MarketView view) {
        count(bytes, view.lastQuantity());
        price(bytes, view, view.average());
        count(bytes, view.volume());
        count(bytes, view.totalBids());
        count(bytes, view.totalAsks());
        price(bytes, view, view.open());
        price(bytes, view, view.high());
        price(bytes, view, view.low());
        price(bytes, view, view.close());
    }

    private static void full(ByteBuffer bytes, MarketView view, Instant now) {
        time(bytes, view.lastTradeAt());
        bytes.putInt(0).putInt(0).putInt(0);
        time(bytes, now);
        view.bids().forEach(level -> level(bytes, view, level));
        view.asks().forEach(level -> level(bytes, view, level));
    }

    /// The order differs from a share's: high, low, open, close.
    private static void index(ByteBuffer bytes, MarketView view, Mode mode, Instant now) {
        price(bytes, view, view.high());
        price(bytes, view, view.low());
        price(bytes, view, view.open());
        price(bytes, view, view.close());
        price(bytes, view, view.last().subtract(view.close()));
        if (mode == Mode.FULL) {
            time(bytes, now);
        }
    }

    private static void level(ByteBuffer bytes, MarketView view, MarketView.DepthLevel level) {
        count(bytes, level.quantity());
        price(bytes, view, level.price());
        bytes.putShort((short) level.orders()).putShort((short) 0);
    }

    private static void price(ByteBuffer bytes, MarketView view, BigDecimal price) {
        bytes.putInt(price.multiply(divisor(view.instrument()))
                .setScale(0, RoundingMode.HALF_EVEN)
                .intValue());
    }

    private static void count(ByteBuffer bytes, long count) {
        bytes.putInt((int) count);
    }

    private static void time(ByteBuffer bytes, @Nullable Instant at) {
        bytes.putInt(at == null ? 0 : (int) at.getEpochSecond());
    }
}
