package io.alphapanda.api.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.alphapanda.stage.broker.ConfigurationException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineAddressesTest {

    private static final List<String> BROKERS = List.of("paper", "paper-b");

    private static EngineAddresses at(String address) {
        return new EngineAddresses(Optional.of(address));
    }

    @Test
    void oneEngineServesEverybody() {
        assertThat(at("http://trading-engine/").every(BROKERS)).containsExactly("http://trading-engine");
    }

    @Test
    void eachArmHasItsOwn() {
        assertThat(at("http://trading-engine-{broker}.panda").every(BROKERS))
                .containsExactly("http://trading-engine-paper.panda", "http://trading-engine-paper-b.panda");
        var listed = at("paper=http://127.0.0.1:1, paper-b=http://127.0.0.1:2");
        assertThat(listed.of("paper-b")).contains("http://127.0.0.1:2");
        assertThat(listed.of("zerodha")).isEmpty();
    }

    @Test
    void unsetThereIsNone() {
        assertThat(new EngineAddresses(Optional.empty()).every(BROKERS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"trading-engine", "http://", "paper=ftp://x", "=http://x", "http://user:word@engine"})
    void whatIsNoAddressStopsTheStart(String address) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> at(address))
                .withMessageContaining("panda.api.engine-address");
    }
}
