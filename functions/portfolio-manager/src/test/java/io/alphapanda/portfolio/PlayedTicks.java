package io.alphapanda.portfolio;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/// The lane's time is the ticks', and its stage reads its topics itself.
public final class PlayedTicks implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("panda.door", "stream", "panda.brokers.paper.clock", "signal");
    }
}
