package io.alphapanda.stage.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.domain.signal.Broker;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReachTest {

    private static final Broker BROKER = new Broker("alpaca");

    private static void require(boolean live, String address) {
        var account = SomeBrokers.of(
                        Map.of(
                                "panda.brokers.alpaca.kind",
                                "alpaca",
                                "panda.brokers.alpaca.live",
                                String.valueOf(live)),
                        "alpaca")
                .account(BROKER);
        var connection = new Connection(new SmallRyeConfigBuilder().build(), BROKER);
        Reach.require(account, connection, "api", URI.create(address), "Alpaca");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:1", "http://127.0.0.1:1", "http://[::1]:1"})
    void onlyAnAccountThatIsNotLiveStaysOnThisMachine(String address) {
        assertThatCode(() -> require(false, address)).doesNotThrowAnyException();
        assertThatThrownBy(() -> require(true, address))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("panda.brokers.alpaca.live is true, but connection.api points to " + address
                        + "; remove panda.brokers.alpaca.connection.api to reach Alpaca, or remove live to trade at the"
                        + " simulator");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.alpaca.markets",
                "https://127.0.0.1.example.com",
                "https://localhost.example.com",
                "https://127.0.0.2",
                "mailto:nobody",
            })
    void onlyALiveAccountLeavesThisMachine(String address) {
        assertThatCode(() -> require(true, address)).doesNotThrowAnyException();
        assertThatThrownBy(() -> require(false, address))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("panda.brokers.alpaca.live is not true, but connection.api points to " + address
                        + "; set panda.brokers.alpaca.connection.api to the simulator's address on this machine, or"
                        + " live to true to trade real money");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "127.4.5.6, true",
        "localhost, true",
        "::1, true",
        "[::1], true",
        "0.0.0.0, false",
        "::, false",
        "10.0.0.1, false",
        "localhost.example, false",
        "127.0.0.1.example, false"
    })
    void loopbackIsReachedByThisMachineAlone(String host, boolean loopback) {
        assertThat(Reach.isLoopback(host)).isEqualTo(loopback);
    }
}
