package io.alphapanda.api.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.alphapanda.stage.broker.ConfigurationException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What stops the start.
class SecretsTest {

    private static final AuthMode ON = new AuthMode("on", "0.0.0.0");

    private static String random(int bytes) {
        var key = new byte[bytes];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private static SigningKeys keys(String current) {
        return new SigningKeys(ON, Optional.ofNullable(current), Optional.empty());
    }

    private static void assertRefused(String key, String why) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> keys(key))
                .withMessageContaining("panda.api.signing-key")
                .withMessageContaining(why)
                .withMessageContaining("openssl rand -base64 32");
    }

    @Test
    void aKeyThatIsMissingShortOrMadeUpStopsTheStart() {
        assertRefused(null, "not set");
        assertRefused("", "not set");
        assertRefused("changeme", "6 bytes");
        assertRefused("not base64!", "not base64");
        assertRefused(random(31), "31 bytes");
        assertRefused(Base64.getEncoder().encodeToString(new byte[32]), "no random key");
        assertRefused(
                Base64.getEncoder().encodeToString("secretsecretsecretsecretsecretsecret".getBytes()), "no random key");
    }

    @Test
    void aRandomKeySignsAndThePreviousOneIsKnown() {
        var previous = random(32);
        var before = keys(previous);

        var now = new SigningKeys(ON, Optional.of(random(32)), Optional.of(previous));

        assertThat(now.currentId()).isNotEqualTo(before.currentId());
        assertThat(now.find(before.currentId())).isPresent();
        assertThat(now.find("another")).isEmpty();
        assertThat(now.toString()).doesNotContain(previous);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "[::1]", "127.1.2.3"})
    void localModeIsForLoopbackAndNeedsNoKey(String host) {
        var local = new AuthMode("off", host);

        assertThat(local.isOn()).isFalse();
        assertThat(new SigningKeys(local, Optional.empty(), Optional.empty())).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "10.0.0.1", "panda.example", "localhost.evil.example", "127.0.0.1.evil"})
    void localModeAnywhereElseStopsTheStart(String host) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> new AuthMode("off", host))
                .withMessageContaining("panda.api.auth is off")
                .withMessageContaining(host);
    }

    @Test
    void whatIsNeitherOnNorOffStopsTheStart() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> new AuthMode("false", "127.0.0.1"))
                .withMessageContaining("must be on or off");
    }
}
