package io.alphapanda.stage.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/// The stage reads its topics itself.
public final class StreamDoorOpen implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("panda.door", "stream");
    }
}
