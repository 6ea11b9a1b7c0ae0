package io.alphapanda.api.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// What the stream is told. Numbers come as text, so that [StreamSettings] refuses a bad one in its own words.
@ConfigMapping(prefix = "panda.api.stream")
public interface StreamConfiguration {

    /// Clients of one process at most, 1 to 100000.
    @WithDefault("500")
    String clients();

    /// Kilobytes kept for a client that does not read, 64 to 65536; one that leaves more unread is cut off.
    @WithDefault("1024")
    String bufferKilobytes();

    /// Seconds between two signs of life on a quiet stream, 1 to 300.
    @WithDefault("15")
    String heartbeatSeconds();

    /// Milliseconds between two looks for activity, 50 to 10000.
    @WithDefault("250")
    String activityMillis();
}
