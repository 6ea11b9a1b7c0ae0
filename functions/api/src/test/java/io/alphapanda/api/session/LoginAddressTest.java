package io.alphapanda.api.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.stage.broker.ConfigurationException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginAddressTest {

    @Test
    void eachBrokerHasItsOwn() {
        var login = new LoginAddress(Optional.of("http://engine-{broker}:8080/brokers/{broker}/login"));
        assertThat(login.of("zerodha-2")).contains("http://engine-zerodha-2:8080/brokers/zerodha-2/login");
    }

    @Test
    void withoutOneThereIsNoLink() {
        assertThat(new LoginAddress(Optional.empty()).of("zerodha")).isEmpty();
        assertThat(new LoginAddress(Optional.of(" ")).of("zerodha")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://host/login", "javascript:alert('{broker}')", "/brokers/{broker}/login", "{broker}"})
    void textThatIsNoAddressStopsTheStart(String text) {
        assertThatThrownBy(() -> new LoginAddress(Optional.of(text)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("panda.api.login-address '" + text + "' must be an http or https address with {broker} in"
                        + " it, such as https://host/brokers/{broker}/login; correct it or remove it");
    }
}
