package io.alphapanda.kite.ticker;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;

/// Makes frames and packets as the ticker sends them.
final class Frames {

    private Frames() {}

    static byte[] frame(List<byte[]> packets) {
        var frame = new ByteArrayOutputStream();
        frame.writeBytes(twoBytes(packets.size()));
        for (var packet : packets) {
            frame.writeBytes(twoBytes(packet.length));
            frame.writeBytes(packet);
        }
        return frame.toByteArray();
    }

    static byte[] frame(byte[]... packets) {
        return frame(List.of(packets));
    }

    /// A packet of whole numbers of 32 bits.
    static byte[] packet(long... numbers) {
        var bytes = ByteBuffer.allocate(numbers.length * Integer.BYTES);
        for (long number : numbers) {
            bytes.putInt((int) number);
        }
        return bytes.array();
    }

    private static byte[] twoBytes(int number) {
        return ByteBuffer.allocate(2).putShort((short) number).array();
    }
}
