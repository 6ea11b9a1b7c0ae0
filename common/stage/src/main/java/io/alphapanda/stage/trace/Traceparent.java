package io.alphapanda.stage.trace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where work stands in its trace: W3C Trace Context, version 00.
///
/// @param traceId   the trace's, 32 hexadecimal digits
/// @param spanId    the work's, 16 of them
/// @param isSampled whether its spans are kept
public record Traceparent(String traceId, String spanId, boolean isSampled) {

    private static final int TRACE_BYTES = 16;
    private static final int SPAN_BYTES = 8;
    private static final Pattern WRITTEN =
            Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]([0-9a-f])");

    /// The work that begins a trace, derived from what the trace is about: told twice it is one trace, and who
    /// has the id finds the trace.
    ///
    /// @param id a batch's, or an idea's correlation id
    public static Traceparent of(String id, boolean sampled) {
        var hash = sha256(id);
        var hex = HexFormat.of();
        return new Traceparent(
                hex.formatHex(hash, 0, TRACE_BYTES),
                hex.formatHex(hash, TRACE_BYTES, TRACE_BYTES + SPAN_BYTES),
                sampled);
    }

    /// @return empty if it is none
    public static Optional<Traceparent> read(String text) {
        var written = WRITTEN.matcher(text);
        return written.matches()
                ? Optional.of(new Traceparent(
                        written.group(1),
                        written.group(2),
                        (Character.digit(written.group(3).charAt(0), 16) & 1) == 1))
                : Optional.empty();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// As it is written into a header.
    @Override
    public String toString() {
        return "00-" + traceId + "-" + spanId + (isSampled ? "-01" : "-00");
    }
}
