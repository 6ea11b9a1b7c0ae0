package io.alphapanda.kite.ticker;

import io.alphapanda.kite.ticker.TickerFrame.Broken;
import io.alphapanda.kite.ticker.TickerFrame.Heartbeat;
import io.alphapanda.kite.ticker.TickerFrame.Ticks;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads binary frames of the ticker. Big-endian:
///
/// ```
/// frame   ┌ int16 number of packets ┬ packet ┬ packet … ┐        one byte alone: heartbeat
/// packet  ┌ int16 length ┬ its bytes ┐
/// bytes     8 last price · 28, 32 index · 44 quote · 184 full
/// ```
///
/// Source: Kite Connect v3, "WebSocket streaming"; numbers are unsigned as in two of Zerodha's three clients.
public final class TickerFrames {

    private static final int LENGTH_FIELD = 2;

    private final TickerPackets packets;

    public TickerFrames(Divisors divisors) {
        this.packets = new TickerPackets(divisors);
    }

    /// Never throws: what can't be read is counted or said.
    public TickerFrame read(byte[] frame) {
        return switch (frame.length) {
            case 0 -> new Broken(List.of(), 0, "frame is empty");
            case 1 -> new Heartbeat();
            default -> packets(ByteBuffer.wrap(frame));
        };
    }

    private TickerFrame packets(ByteBuffer frame) {
        int announced = Short.toUnsignedInt(frame.getShort());
        var ticks = new ArrayList<KiteTick>();
        int unknown = 0;
        for (int each = 0; each < announced; each++) {
            var packet = next(frame);
            if (packet.isEmpty()) {
                var why = "frame of " + frame.capacity() + " bytes ends within packet " + (each + 1) + " of "
                        + announced + ", at byte " + frame.position();
                return new Broken(ticks, unknown, why);
            }
            var tick = packets.read(packet.get());
            tick.ifPresent(ticks::add);
            unknown += tick.isPresent() ? 0 : 1;
        }
        if (frame.hasRemaining()) {
            var why = "frame has " + frame.remaining() + " bytes behind its " + announced + " packets";
            return new Broken(ticks, unknown, why);
        }
        return new Ticks(ticks, unknown);
    }

    /// The next packet's bytes; empty if they are not all there.
    private static Optional<ByteBuffer> next(ByteBuffer frame) {
        if (frame.remaining() < LENGTH_FIELD) {
            return Optional.empty();
        }
        int length = Short.toUnsignedInt(frame.getShort(frame.position()));
        if (frame.remaining() < LENGTH_FIELD + length) {
            return Optional.empty();
        }
        var packet = frame.slice(frame.position() + LENGTH_FIELD, length);
        frame.position(frame.position() + LENGTH_FIELD + length);
        return Optional.of(packet);
    }
}
