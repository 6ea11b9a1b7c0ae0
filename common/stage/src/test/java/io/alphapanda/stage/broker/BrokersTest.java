package io.alphapanda.stage.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.domain.charge.Charges;
import io.alphapanda.domain.charge.FlatCharges;
import io.alphapanda.domain.charge.Product;
import io.alphapanda.domain.charge.ZerodhaCharges;
import io.alphapanda.domain.money.BasisPoints;
import io.alphapanda.domain.order.Reality;
import io.alphapanda.domain.paper.PaperTerms;
import io.alphapanda.domain.risk.RiskLimits;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokersTest {

    @Test
    void accountWithNothingButItsKindHasTheDomainsDefaults() {
        var account = SomeBrokers.of(Map.of(), "paper").find("paper").orElseThrow();

        assertThat(account.limits()).isEqualTo(RiskLimits.DEFAULT);
        assertThat(account.costs()).isEqualTo(PaperTerms.DEFAULT);
        assertThat(account.startingCash()).hasToString("1000000");
    }

    @Test
    void accountThatIsConfiguredButNotActiveIsNotServed() {
        var brokers = SomeBrokers.of(Map.of(), "paper-b");

        assertThat(brokers.serves("paper-b")).isTrue();
        assertThat(brokers.serves("paper")).isFalse();
        assertThat(brokers.all()).extracting(each -> each.broker().name()).containsExactly("paper-b");
    }

    @Test
    void namesMayHaveSpaceAroundThem() {
        assertThat(SomeBrokers.of(Map.of(), "paper", " paper-b ").serves("paper-b"))
                .isTrue();
    }

    @Test
    void activeBrokerWithoutAnAccountStopsTheStart() {
        assertThatThrownBy(() -> SomeBrokers.of(Map.of(), "paper", "unknown"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("ACTIVE_BROKERS names 'unknown', but panda.brokers.unknown.kind is not set; "
                        + "set it, or name only paper, paper-b");
    }

    @Test
    void noActiveBrokerStopsTheStart() {
        assertThatThrownBy(() -> SomeBrokers.of(Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("ACTIVE_BROKERS is empty; name at least one of paper, paper-b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"market", "control", "strategy"})
    void brokerNamedLikeANamespaceOfTheHouseStopsTheStart(String name) {
        assertThatThrownBy(() -> SomeBrokers.of(Map.of("panda.brokers." + name + ".kind", "paper"), name))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("ACTIVE_BROKERS names '" + name + "'");
    }

    @Test
    void brokerWithANameNoTopicCouldHaveStopsTheStart() {
        assertThatThrownBy(() -> SomeBrokers.of(Map.of("panda.brokers.Paper.kind", "paper"), "Paper"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("ACTIVE_BROKERS: broker 'Paper' must match");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            starting-cash,             -1,      must be 0 or more
            limits.max-position,       -5,      must be 0 or more
            limits.max-daily-trades,   -1,      must be 0 or more
            limits.price-collar-bps,   -0.5,    must be 0 or more
            limits.max-order-value,    -1000,   must be 0 or more
            costs.slippage-bps,        -1,      must be between 0 and 1000 basis points
            costs.slippage-bps,        1001,    must be between 0 and 1000 basis points
            costs.commission-bps,      -1,      must be between 0 and 1000 basis points
            costs.commission-bps,      1000.5,  must be between 0 and 1000 basis points
            costs.charges,             real,    must be flat or zerodha
            costs.product,             futures, must be delivery or intraday
            """)
    void settingOutOfBoundsStopsTheStartNamingKeyValueBoundAndFix(String setting, String value, String bound) {
        var key = "panda.brokers.paper." + setting;

        assertThatThrownBy(() -> SomeBrokers.of(Map.of(key, value), "paper"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(key + " " + value + " " + bound + "; correct it or remove it for the default");
    }

    @Test
    void settingWithMoreDigitsThanAValueHasStopsTheStartNamingTheKey() {
        assertThatThrownBy(() ->
                        SomeBrokers.of(Map.of("panda.brokers.paper.limits.max-position", "0.00000000001"), "paper"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("panda.brokers.paper.limits.max-position")
                .hasMessageContaining("at most 10");
    }

    @Test
    void settingOfAnAccountThatIsNotActiveIsNotChecked() {
        assertThat(SomeBrokers.of(Map.of("panda.brokers.paper-b.starting-cash", "-1"), "paper")
                        .all())
                .hasSize(1);
    }

    @Test
    void accountHasZerodhasChargesForItsProduct() {
        var key = "panda.brokers.paper.costs.";

        assertThat(charges(Map.of(key + "charges", "zerodha"))).isEqualTo(new ZerodhaCharges(Product.DELIVERY));
        assertThat(charges(Map.of(key + "charges", "zerodha", key + "product", "intraday")))
                .isEqualTo(new ZerodhaCharges(Product.INTRADAY));
        assertThat(charges(Map.of(key + "charges", "flat", key + "commission-bps", "3")))
                .isEqualTo(new FlatCharges(BasisPoints.of("3")));
    }

    private static Charges charges(Map<String, String> properties) {
        return SomeBrokers.of(properties, "paper")
                .find("paper")
                .orElseThrow()
                .costs()
                .charges();
    }

    @Test
    void settingsOnTheirBoundsAreTaken() {
        var account = SomeBrokers.of(
                        Map.of(
                                "panda.brokers.paper.limits.max-position", "0",
                                "panda.brokers.paper.costs.slippage-bps", "1000"),
                        "paper")
                .find("paper")
                .orElseThrow();

        assertThat(account.limits().maxPosition().isZero()).isTrue();
        assertThat(account.costs().slippage()).hasToString("1000");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            paper,   false, PAPER
            zerodha, false, SIMULATED
            zerodha, true,  LIVE
            """)
    void accountIsRealOnlyWhereItIsSaidToBe(String kind, String live, Reality reality) {
        var account = account(Map.of("kind", kind, "live", live));

        assertThat(account.reality()).isEqualTo(reality);
        assertThat(account.isLive()).isEqualTo(reality == Reality.LIVE);
        assertThat(account.clock()).isEqualTo(OrderClock.WALL);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            paper,   true,  wall,   live is true but kind is paper
            zerodha, true,  signal, clock is signal but the account is live
            zerodha, false, market, clock 'market' is unknown; use wall or signal
            """)
    void realityAndClockThatDoNotGoTogetherStopTheStart(String kind, String live, String clock, String why) {
        assertThatThrownBy(() -> account(Map.of("kind", kind, "live", live, "clock", clock)))
                .isInstanceOf(ConfigurationException.class)
                .message()
                .matches(message -> message.replace(",", "").contains("panda.brokers.one." + why));
    }

    private static BrokerAccount account(Map<String, String> settings) {
        var prefixed = settings.entrySet().stream()
                .collect(Collectors.toMap(each -> "panda.brokers.one." + each.getKey(), Map.Entry::getValue));
        return SomeBrokers.of(prefixed, "one").find("one").orElseThrow();
    }
}
