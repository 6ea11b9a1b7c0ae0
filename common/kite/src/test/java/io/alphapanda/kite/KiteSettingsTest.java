package io.alphapanda.kite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KiteSettingsTest {

    private static final Map<String, String> KEYS = Map.of("api-key", "abc123", "api-secret", "s3cret");

    @Test
    void keysAloneLeadToZerodhaItself() {
        var account = account(KEYS);

        assertThat(account.apiKey()).isEqualTo("abc123");
        assertThat(account.apiSecret().reveal()).isEqualTo("s3cret");
        assertThat(account.addresses()).isEqualTo(KiteAccount.Addresses.ZERODHA);
    }

    @Test
    void eachAddressCanBeAnother() {
        var account = account(Map.of(
                "api-key", "abc123",
                "api-secret", "s3cret",
                "api", "http://127.0.0.1:1",
                "login", "http://127.0.0.1:1/connect/login",
                "ticker", "ws://127.0.0.1:2"));

        assertThat(account.addresses().api()).isEqualTo(URI.create("http://127.0.0.1:1"));
        assertThat(account.addresses().ticker()).isEqualTo(URI.create("ws://127.0.0.1:2"));
    }

    @Test
    void whatIsMissingOrWrongIsNamedAndASecretNeverIs() {
        assertThatThrownBy(() -> account(Map.of("api-secret", "s3cret"))).hasMessageStartingWith("api-key is not set");
        assertThatThrownBy(() -> account(Map.of("api-key", "abc123"))).hasMessageStartingWith("api-secret is not set");
        assertThatThrownBy(() -> account(with("api-secret", "two words")))
                .hasMessageStartingWith("api-secret: ")
                .hasMessageNotContaining("two words");
        assertThatThrownBy(() -> account(with("api", "not an address"))).hasMessageStartingWith("api is no address");
        assertThatThrownBy(() -> account(with("api", "http://example.org")))
                .hasMessageContaining("must begin with https://");
    }

    private static Map<String, String> with(String key, String value) {
        var all = new HashMap<>(KEYS);
        all.put(key, value);
        return all;
    }

    private static KiteAccount account(Map<String, String> settings) {
        return KiteSettings.account("zerodha", key -> Optional.ofNullable(settings.get(key)));
    }
}
