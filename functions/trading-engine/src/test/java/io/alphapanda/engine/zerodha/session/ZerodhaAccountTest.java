package io.alphapanda.engine.zerodha.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.domain.money.BasisPoints;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.order.Reality;
import io.alphapanda.domain.paper.PaperTerms;
import io.alphapanda.domain.risk.RiskLimits;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.broker.ConfigurationException;
import io.alphapanda.stage.broker.Connection;
import io.alphapanda.stage.broker.OrderClock;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZerodhaAccountTest {

    private static final String PREFIX = "panda.brokers.zerodha.connection.";
    private static final String SECRET = "s3cretOfTheApp";

    private static final Map<String, String> SIMULATED = Map.of(
            "api-key", "thekey",
            "api-secret", SECRET,
            "api", "http://127.0.0.1:8900",
            "login", "http://localhost:8900/connect/login",
            "ticker", "ws://127.0.0.1:8900");

    private static final Map<String, String> REAL = Map.of("api-key", "thekey", "api-secret", SECRET);

    private static ZerodhaAccount account(Reality reality, Map<String, String> settings) {
        var broker = new Broker("zerodha");
        var named = new HashMap<String, String>();
        settings.forEach((key, value) -> named.put(PREFIX + key, value));
        var config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(named, "test", 300))
                .build();
        return ZerodhaAccount.of(
                new BrokerAccount(
                        broker,
                        "zerodha",
                        reality,
                        OrderClock.WALL,
                        new Money(BigDecimal.TEN),
                        new RiskLimits(
                                new Quantity(BigDecimal.TEN),
                                1,
                                new BasisPoints(BigDecimal.TEN),
                                new Money(BigDecimal.TEN)),
                        PaperTerms.DEFAULT),
                new Connection(config, broker));
    }

    private static Map<String, String> with(Map<String, String> settings, String key, String value) {
        var changed = new HashMap<>(settings);
        changed.put(key, value);
        return changed;
    }

    @Test
    void simulatedAccountStaysOnThisMachineAndLiveOneLeavesIt() {
        assertThat(account(Reality.SIMULATED, SIMULATED).userId()).isEmpty();
        assertThat(account(Reality.LIVE, REAL).kite().addresses().api()).hasHost("api.kite.trade");
        assertThat(account(Reality.SIMULATED, with(SIMULATED, "user-id", "AB1234"))
                        .userId())
                .contains("AB1234");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api-key", "api-secret"})
    void missingCredentialIsNamedWholly(String key) {
        assertThatThrownBy(() -> account(Reality.SIMULATED, with(SIMULATED, key, " ")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(PREFIX + key + " is not set; copy it from the app's page at the Kite developer console");
    }

    @Test
    void accountThatIsNotLiveIsKeptFromTheRealKite() {
        assertThatThrownBy(() -> account(Reality.SIMULATED, REAL))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("panda.brokers.zerodha.live is not true, but connection.api points to"
                        + " https://api.kite.trade; set panda.brokers.zerodha.connection.api to the simulator's"
                        + " address on this machine, or live to true to trade real money");
    }

    @ParameterizedTest
    @CsvSource({
        "api, https://api.kite.trade",
        "login, https://kite.zerodha.com/connect/login",
        "ticker, wss://ws.kite.trade",
        "ticker, wss://127.0.0.1.example.com",
    })
    void oneAddressOutsideIsEnoughToBeRefused(String key, String address) {
        assertThatThrownBy(() -> account(Reality.SIMULATED, with(SIMULATED, key, address)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("connection." + key + " points to " + address + ";");
    }

    @ParameterizedTest
    @CsvSource({
        "api, http://127.0.0.1:8900",
        "login, http://localhost:8900/connect/login",
        "ticker, ws://[::1]:8900",
    })
    void liveAccountIsKeptFromASimulator(String key, String address) {
        assertThatThrownBy(() -> account(Reality.LIVE, with(REAL, key, address)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("panda.brokers.zerodha.live is true, but connection." + key + " points to " + address
                        + "; remove panda.brokers.zerodha.connection." + key
                        + " to reach Zerodha, or remove live to trade at the simulator");
    }

    @Test
    void secretIsInNoTextForm() {
        assertThat(account(Reality.SIMULATED, SIMULATED).toString()).doesNotContain(SECRET);
    }
}
