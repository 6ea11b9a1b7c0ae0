package io.alphapanda.local.kafkasource;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// One HTTP POST as the data plane makes it: lower-case header names, and a body, which a tombstone does not have. The
/// headers every client adds by itself (host, content-length) are not part of it.
record EventRequest(SortedMap<String, String> headers, Optional<byte[]> body) {
    EventRequest {
        headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    }

    /// A copy with some headers added or replaced.
    EventRequest with(SortedMap<String, String> more) {
        TreeMap<String, String> merged = new TreeMap<>(headers);
        merged.putAll(more);
        return new EventRequest(merged, body);
    }
}
