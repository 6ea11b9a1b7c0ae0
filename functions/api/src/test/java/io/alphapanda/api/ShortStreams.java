package io.alphapanda.api;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// Streams that end while a test can wait for it.
public final class ShortStreams implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of("panda.api.stream.lasts-seconds", "8");
    }

    @Override
    public void stop() {
        // Nothing was started.
    }
}
