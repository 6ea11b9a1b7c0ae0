package io.alphapanda.feed.publish;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The trace a batch begins, W3C Trace Context level 1. Derived from the batch's id, so a batch sent twice is
/// one trace.
final class Traceparent {

    private static final int TRACE_BYTES = 16;
    private static final int SPAN_BYTES = 8;

    private Traceparent() {}

    static String of(String id) {
        var hash = sha256(id);
        var hex = HexFormat.of();
        return "00-" + hex.formatHex(hash, 0, TRACE_BYTES) + "-"
                + hex.formatHex(hash, TRACE_BYTES, TRACE_BYTES + SPAN_BYTES) + "-01";
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
