package io.alphapanda.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.alphapanda.stage.broker.ConfigurationException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressesTest {

    private static final String PROXY = "10.42.0.7";
    private static final String OUTSIDE = "203.0.113.9";

    private final ClientAddresses behindProxies = behind("10.42.0.0/16", "192.0.2.1");

    private static ClientAddresses behind(String... proxies) {
        return new ClientAddresses(Optional.of(List.of(proxies)));
    }

    @Test
    void whoeverComesDirectlyIsWhoTheyAreWhateverTheyClaim() {
        var alone = new ClientAddresses(Optional.empty());

        assertThat(alone.of(OUTSIDE, List.of("198.51.100.1"))).isEqualTo(OUTSIDE);
        assertThat(behindProxies.of(OUTSIDE, List.of("198.51.100.1"))).isEqualTo(OUTSIDE);
    }

    @Test
    void aConfiguredProxySaysForWhomItAsks() {
        assertThat(behindProxies.of(PROXY, List.of(OUTSIDE))).isEqualTo(OUTSIDE);
        assertThat(behindProxies.of(PROXY, List.of(OUTSIDE + ", 192.0.2.1"))).isEqualTo(OUTSIDE);
        assertThat(behindProxies.of(PROXY, List.of())).isEqualTo(PROXY);
    }

    @Test
    void whatTheClientItselfHasPutBeforeIsNotBelieved() {
        assertThat(behindProxies.of(PROXY, List.of("198.51.100.1, " + OUTSIDE))).isEqualTo(OUTSIDE);
        assertThat(behindProxies.of(PROXY, List.of("198.51.100.1", OUTSIDE))).isEqualTo(OUTSIDE);
        assertThat(behindProxies.of(PROXY, List.of("localhost")))
                .as("no address")
                .isEqualTo(PROXY);
        assertThat(behindProxies.of(PROXY, List.of("evil\r\nx: y"))).isEqualTo(PROXY);
    }

    @Test
    void ofIpv6TheNetworkCounts() {
        assertThat(behindProxies.of("2001:db8:1:2:3:4:5:6", List.of()))
                .isEqualTo(behindProxies.of("2001:db8:1:2::ffff", List.of()))
                .isEqualTo("2001:db8:1:2::/64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "10.0.0.0/33", "10.0.0.0/x", "::/129"})
    void whatIsNoRangeStopsTheStart(String range) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> behind(range))
                .withMessageContaining("panda.api.proxies");
    }

    @Test
    void rangesHoldWhatTheyShare() throws java.net.UnknownHostException {
        var range = Cidr.of("172.16.0.0/12");
        assertThat(range.holds(java.net.InetAddress.ofLiteral("172.31.255.255")))
                .isTrue();
        assertThat(range.holds(java.net.InetAddress.ofLiteral("172.32.0.0"))).isFalse();
        assertThat(range.holds(java.net.InetAddress.ofLiteral("::1"))).isFalse();
        assertThat(Cidr.of("0.0.0.0/0").holds(java.net.InetAddress.ofLiteral("8.8.8.8")))
                .isTrue();
    }
}
