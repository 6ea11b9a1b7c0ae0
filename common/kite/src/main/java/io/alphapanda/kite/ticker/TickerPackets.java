package io.alphapanda.kite.ticker;

import io.alphapanda.kite.market.Depth;
import io.alphapanda.kite.market.InstrumentToken;
import io.alphapanda.kite.market.Ohlc;
import io.alphapanda.kite.market.Segment;
import io.alphapanda.kite.ticker.KiteTick.FullTick;
import io.alphapanda.kite.ticker.KiteTick.IndexTick;
import io.alphapanda.kite.ticker.KiteTick.LastPriceTick;
import io.alphapanda.kite.ticker.KiteTick.OpenInterest;
import io.alphapanda.kite.ticker.KiteTick.QuoteTick;
import io.alphapanda.kite.ticker.KiteTick.Traded;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads single packets, by their length alone.
///
/// ```
///        0      4     8         12        16      20    24    28    32    36   40
/// quote  token  last  last qty  average   volume  buy   sell  open  high  low  close(previous)
/// full   … 44 last trade time  48 open interest  52 its high  56 its low  60 exchange time  64 five bids  124 five
///      asks
/// depth  0 quantity  4 price  8 int16 orders  10 two unused
/// index  token  last  high      low       open    close  24 change (signed)  [28 exchange time]
/// ```
final class TickerPackets {

    private static final int LAST_PRICE = 8;
    private static final int INDEX = 28;
    private static final int INDEX_FULL = 32;
    private static final int QUOTE = 44;
    private static final int FULL = 184;

    private static final int BIDS = 64;
    private static final int ASKS = 124;
    private static final int LEVELS = 5;
    private static final int LEVEL_BYTES = 12;

    private final Divisors divisors;

    TickerPackets(Divisors divisors) {
        this.divisors = divisors;
    }

    /// Empty if the length is none of the five, or the segment is unknown and with it the divisor.
    Optional<KiteTick> read(ByteBuffer bytes) {
        if (bytes.remaining() < LAST_PRICE) {
            return Optional.empty();
        }
        var token = new InstrumentToken(Integer.toUnsignedLong(bytes.getInt(0)));
        return token.segment().flatMap(segment -> tick(new Packet(bytes, token, scale(segment))));
    }

    private int scale(Segment segment) {
        return Long.toString(divisors.of(segment)).length() - 1;
    }

    private static Optional<KiteTick> tick(Packet packet) {
        return switch (packet.bytes.remaining()) {
            case LAST_PRICE -> Optional.of(new LastPriceTick(packet.token, packet.price(4)));
            case INDEX -> Optional.of(index(packet, Optional.empty()));
            case INDEX_FULL -> Optional.of(index(packet, packet.time(28)));
            case QUOTE ->
                Optional.of(new QuoteTick(packet.token, packet.price(4), traded(packet), equityPrices(packet)));
            case FULL -> Optional.of(full(packet));
            default -> Optional.empty();
        };
    }

    private static KiteTick index(Packet packet, Optional<Instant> time) {
        var prices = new Ohlc(packet.price(16), packet.price(8), packet.price(12), packet.price(20));
        return new IndexTick(packet.token, packet.price(4), prices, packet.signed(24), time);
    }

    private static KiteTick full(Packet packet) {
        return new FullTick(
                packet.token,
                packet.price(4),
                traded(packet),
                equityPrices(packet),
                packet.time(44),
                new OpenInterest(packet.number(48), packet.number(52), packet.number(56)),
                packet.time(60),
                new Depth(levels(packet, BIDS), levels(packet, ASKS)));
    }

    private static Traded traded(Packet packet) {
        return new Traded(packet.number(8), packet.price(12), packet.number(16), packet.number(20), packet.number(24));
    }

    private static Ohlc equityPrices(Packet packet) {
        return new Ohlc(packet.price(28), packet.price(32), packet.price(36), packet.price(40));
    }

    private static List<Depth.Level> levels(Packet packet, int start) {
        var levels = new ArrayList<Depth.Level>();
        for (int at = start; at < start + LEVELS * LEVEL_BYTES; at += LEVEL_BYTES) {
            levels.add(new Depth.Level(
                    packet.price(at + 4),
                    BigDecimal.valueOf(packet.number(at)),
                    Short.toUnsignedInt(packet.bytes.getShort(at + 8))));
        }
        return levels;
    }

    /// @param scale digits behind the point
    private record Packet(ByteBuffer bytes, InstrumentToken token, int scale) {

        long number(int at) {
            return Integer.toUnsignedLong(bytes.getInt(at));
        }

        BigDecimal price(int at) {
            return BigDecimal.valueOf(number(at), scale);
        }

        BigDecimal signed(int at) {
            return BigDecimal.valueOf(bytes.getInt(at), scale);
        }

        Optional<Instant> time(int at) {
            long seconds = number(at);
            return seconds == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(seconds));
        }
    }
}
