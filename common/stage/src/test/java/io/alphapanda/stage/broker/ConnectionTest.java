package io.alphapanda.stage.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.domain.signal.Broker;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectionTest {

    private final Connection connection = new Connection(
            new SmallRyeConfigBuilder()
                    .withSources(new EnvConfigSource(
                            Map.of(
                                    "PANDA_BROKERS_ZERODHA_2_CONNECTION_API_SECRET", " s3cret ",
                                    "PANDA_BROKERS_ZERODHA_2_CONNECTION_API", " "),
                            300))
                    .build(),
            new Broker("zerodha-2"));

    @Test
    void secondAccountsSecretComesFromTheEnvironment() {
        assertThat(connection.find("api-secret")).contains("s3cret");
    }

    @Test
    void blankSettingIsAbsent() {
        assertThat(connection.find("api")).isEmpty();
    }

    @Test
    void missingSettingIsNamedWithItsFix() {
        assertThatThrownBy(() -> connection.require("api-key", "copy it from the console"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("panda.brokers.zerodha-2.connection.api-key is not set; copy it from the console");
    }

    @Test
    void itsTextFormHoldsNoSetting() {
        assertThat(connection).hasToString("panda.brokers.zerodha-2.connection.*");
    }
}
