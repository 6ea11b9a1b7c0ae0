package io.alphapanda.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.alphapanda.api.auth.Modes;
import io.alphapanda.stage.broker.ConfigurationException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {

    private static final Optional<String> UNSAID = Optional.empty();

    private final Origins origins = new Origins(Modes.on(), Optional.of(List.of("https://friend.example")));

    @Test
    void ourOwnPageAndListedOnesMayWriteAndOthersMayNot() {
        assertThat(origins.isForeign(Optional.of("https://panda.example"), "panda.example", UNSAID))
                .isFalse();
        assertThat(origins.isForeign(Optional.of("http://127.0.0.1:8080"), "127.0.0.1:8080", UNSAID))
                .isFalse();
        assertThat(origins.isForeign(Optional.of("https://friend.example"), "panda.example", UNSAID))
                .isFalse();
        for (var foreign : List.of(
                "https://evil.example",
                "null",
                "https://panda.example.evil",
                "http://127.0.0.1:9999",
                "https://panda.example@evil",
                "%")) {
            assertThat(origins.isForeign(Optional.of(foreign), "panda.example", UNSAID))
                    .as(foreign)
                    .isTrue();
        }
    }

    @Test
    void withoutAnOriginTheBrowsersOwnWordCountsAndOthersAreNoBrowsers() {
        assertThat(origins.isForeign(UNSAID, "panda.example", Optional.of("cross-site")))
                .isTrue();
        assertThat(origins.isForeign(UNSAID, "panda.example", Optional.of("same-site")))
                .isTrue();
        assertThat(origins.isForeign(UNSAID, "panda.example", Optional.of("same-origin")))
                .isFalse();
        assertThat(origins.isForeign(UNSAID, "panda.example", UNSAID)).isFalse();
    }

    @Test
    void everySiteIsForLocalModeAlone() {
        var every = Optional.of(List.of("*"));
        assertThat(new Origins(Modes.local(), every).isListed(Optional.of("https://any.example")))
                .isTrue();
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> new Origins(Modes.on(), every))
                .withMessageContaining("panda.api.cors-origins is '*'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"friend.example", "https://friend.example/path", "https://*.example", "ftp://friend.example"})
    void whatIsNoOriginStopsTheStart(String origin) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> new Origins(Modes.on(), Optional.of(List.of(origin))))
                .withMessageContaining(origin);
    }
}
