package io.alphapanda.engine.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.alphapanda.stage.broker.ConfigurationException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlKeyTest {

    private static final String KEY = "0123456789abcdef01234567";
    private static final String PATH = "/trading-state";

    private static ControlKey key(String key, String host) {
        return new ControlKey(Optional.ofNullable(key), host);
    }

    @Test
    void whoeverHasTheKeyIsLetIn() {
        assertThat(key(KEY, "0.0.0.0").refusal("Bearer " + KEY, PATH)).isEmpty();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"Bearer", "Bearer 0123456789abcdef01234568", "Basic 0123456789abcdef01234567", KEY})
    void whoeverHasNotIsNotEvenOnLoopback(String authorization) {
        for (var host : new String[] {"0.0.0.0", "127.0.0.1"}) {
            assertThat(key(KEY, host).refusal(authorization, PATH).orElseThrow().status())
                    .isEqualTo(401);
        }
    }

    @Test
    void withoutAKeyTheDoorsAreOpenOnLoopbackAndShutElsewhere() {
        assertThat(key(null, "127.0.0.1").refusal(null, PATH)).isEmpty();
        assertThat(key(" ", "0.0.0.0").refusal("Bearer ", PATH).orElseThrow().status())
                .isEqualTo(403);
    }

    @Test
    void aShortKeyStopsTheStart() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> key("changeme", "127.0.0.1"))
                .withMessageContaining("panda.control.key has 8 characters")
                .withMessageContaining("openssl rand -hex 32");
    }
}
