package io.alphapanda.engine.alpaca;

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

class AlpacaTermsTest {

    private static final String PREFIX = "panda.brokers.alpaca.connection.";
    private static final Map<String, String> REAL = Map.of("key-id", "AKID", "secret-key", "theSecretKey");

    private static AlpacaTerms terms(Reality reality, Map<String, String> settings) {
        var broker = new Broker("alpaca");
        var named = new HashMap<String, String>();
        settings.forEach((key, value) -> named.put(PREFIX + key, value));
        var config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(named, "test", 300))
                .build();
        var account = new BrokerAccount(
                broker,
                "alpaca",
                reality,
                OrderClock.WALL,
                new Money(BigDecimal.TEN),
                new RiskLimits(
                        new Quantity(BigDecimal.TEN), 1, new BasisPoints(BigDecimal.TEN), new Money(BigDecimal.TEN)),
                PaperTerms.DEFAULT);
        return AlpacaTerms.of(account, new Connection(config, broker));
    }

    private static Map<String, String> with(String key, String value) {
        var changed = new HashMap<>(REAL);
        changed.put(key, value);
        return changed;
    }

    @Test
    void aLiveAccountTradesAtAlpacaWithoutMoreThanItsKeys() {
        var terms = terms(Reality.LIVE, REAL);

        assertThat(terms.api()).hasToString("https://api.alpaca.markets");
        assertThat(terms.answerWithin()).hasSeconds(7);
        assertThat(terms.limits().minute().limit()).isEqualTo(60);
        assertThat(terms.limits().zone()).hasToString("America/New_York");
    }

    @Test
    void anAccountThatIsNotLiveIsKeptFromAlpaca() {
        assertThatThrownBy(() -> terms(Reality.SIMULATED, REAL))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("panda.brokers.alpaca.live is not true, but connection.api points to"
                        + " https://api.alpaca.markets; set panda.brokers.alpaca.connection.api to the simulator's"
                        + " address on this machine, or live to true to trade real money");
        assertThat(terms(Reality.SIMULATED, with("api", "http://127.0.0.1:8901"))
                        .api())
                .hasPort(8901);
    }

    @ParameterizedTest
    @ValueSource(strings = {"key-id", "secret-key"})
    void aMissingKeyIsNamed(String key) {
        assertThatThrownBy(() -> terms(Reality.LIVE, with(key, " ")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(PREFIX + key + " is not set; copy it from the account's page at Alpaca");
    }

    @ParameterizedTest
    @ValueSource(strings = {"key-id", "secret-key"})
    void aKeyThatIsNoneIsNotRepeated(String key) {
        assertThatThrownBy(() -> terms(Reality.LIVE, with(key, "two words")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(PREFIX + key + " (9 characters) must be")
                .hasMessageNotContaining("words");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.alpaca.markets",
                "https://me:secretword@api.alpaca.markets",
                "https://api.alpaca.markets?key=secretword",
                "api.alpaca.markets",
                "not an address secretword",
            })
    void anAddressThatWouldCarryTheKeysInTheClearOrIsNoneIsRefused(String address) {
        assertThatThrownBy(() -> terms(Reality.LIVE, with("api", address)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(PREFIX + "api must be https://host[:port]")
                .hasMessageNotContaining("secretword");
    }

    @ParameterizedTest
    @CsvSource({
        "orders-per-minute, 1, 2 and 150, 60",
        "orders-per-minute, 151, 2 and 150, 60",
        "orders-per-minute, many, 2 and 150, 60",
        "answer-within-millis, 99, 100 and 60000, 7000",
    })
    void aNumberOutOfBoundsIsNamedWithItsBounds(String key, String value, String bounds, String usual) {
        assertThatThrownBy(() -> terms(Reality.LIVE, with(key, value)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(PREFIX + key + " '" + value + "' must be between " + bounds
                        + "; correct it or remove it for " + usual);
    }

    @Test
    void noKeyIsInItsTextForm() {
        assertThat(terms(Reality.LIVE, REAL).toString()).doesNotContain("AKID").doesNotContain("theSecretKey");
    }
}
