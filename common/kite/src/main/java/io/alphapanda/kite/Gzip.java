package io.alphapanda.kite;

import io.alphapanda.kite.failure.Attempt;
import io.alphapanda.kite.failure.Attempt.Answered;
import io.alphapanda.kite.failure.Attempt.Lost;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/// Kite packs some answers, with or without saying so in a header: the first two bytes tell.
final class Gzip {

    /// Unpacked; far above a day's order book or the list of all instruments, far below what fills memory.
    private static final int MAX_BYTES = 64 * 1024 * 1024;

    private Gzip() {}

    /// With an answer's body unpacked; an answer that can't be unpacked is lost.
    static Attempt unpacked(Attempt attempt) {
        return attempt instanceof Answered answer && isPacked(answer.body()) ? unpacked(answer) : attempt;
    }

    private static Attempt unpacked(Answered answer) {
        try (var stream = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            var unpacked = stream.readNBytes(MAX_BYTES + 1);
            return unpacked.length > MAX_BYTES
                    ? new Lost("answer unpacks to more than " + MAX_BYTES + " bytes")
                    : new Answered(answer.status(), unpacked, answer.retryAfter());
        } catch (IOException e) {
            return new Lost("packed answer breaks off");
        }
    }

    static boolean isPacked(byte[] body) {
        return body.length > 2 && (body[0] & 0xff) == 0x1f && (body[1] & 0xff) == 0x8b;
    }
}
