package io.alphapanda.local.kafkasource;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/// Passes a record's W3C trace on: same trace and flags, a new span.
final class TraceHeaders {
    private static final String TRACEPARENT = "traceparent";
    private static final Pattern SHAPE = Pattern.compile("(00-[0-9a-f]{32}-)[0-9a-f]{16}(-[0-9a-f]{2})");
    private static final HexFormat HEX = HexFormat.of();

    private final boolean originate;
    private final LongSupplier random;

    TraceHeaders(boolean originate, LongSupplier random) {
        this.originate = originate;
        this.random = random;
    }

    Map<String, String> forRequest(Headers headers) {
        Header incoming = headers.lastHeader(TRACEPARENT);
        if (incoming != null && incoming.value() != null) {
            Matcher parts = SHAPE.matcher(new String(incoming.value(), StandardCharsets.US_ASCII));
            if (parts.matches()) {
                return Map.of(TRACEPARENT, parts.group(1) + id() + parts.group(2));
            }
        }
        return originate ? Map.of(TRACEPARENT, "00-" + id() + id() + "-" + id() + "-01") : Map.of();
    }

    private String id() {
        long id = random.getAsLong();
        return HEX.toHexDigits(id == 0 ? 1 : id); // all zeros is invalid
    }
}
