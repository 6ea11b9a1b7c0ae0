package io.alphapanda.kite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.kite.KiteAccount.Addresses;
import io.alphapanda.kite.KiteAccount.Bounds;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KiteAccountTest {

    private static final Secret SECRET = Secret.of("s3cret");

    @Test
    void anAccountIsAtZerodhaUnlessItIsElsewhere() {
        var account = KiteAccount.zerodha("zerodha-2", "k3y", SECRET);

        assertThat(account.addresses().api()).hasToString("https://api.kite.trade");
        assertThat(account.addresses().ticker()).hasToString("wss://ws.kite.trade");
        assertThat(account.bounds()).isEqualTo(Bounds.USUAL);
        assertThat(account.toString()).contains("zerodha-2").doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource({"Zerodha, k3y, account name 'Zerodha' must match", "'', k3y, account name '' must match"})
    void aNameIsALanesName(String name, String key, String message) {
        assertThatThrownBy(() -> KiteAccount.zerodha(name, key, SECRET)).hasMessageStartingWith(message);
    }

    @Test
    void aKeyThatCanNotBeOneIsNotRepeated() {
        assertThatThrownBy(() -> KiteAccount.zerodha("zerodha", "k3y with space", SECRET))
                .hasMessageStartingWith("api-key of account zerodha (14 characters) must match")
                .hasMessageNotContaining("with space");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.kite.trade",
                "ftp://127.0.0.1",
                "api.kite.trade",
                "https:///path",
                "https://user:pa55@api.kite.trade",
                "https://api.kite.trade?x=1",
                "https://api.kite.trade#x",
                "http://127.0.0.1.example.com"
            })
    void anAddressThatWouldGiveTokensAway(String api) {
        var usual = Addresses.ZERODHA;
        assertThatThrownBy(() -> new Addresses(URI.create(api), usual.login(), usual.ticker()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("api address")
                .hasMessageNotContaining("pa55");
    }

    @Test
    void thisMachineNeedsNoEncryption() {
        assertThat(FakeKite.addresses(8080).api()).hasToString("http://127.0.0.1:8080");
    }

    @Test
    void boundsHaveBounds() {
        var usual = Bounds.USUAL;
        assertThatThrownBy(
                        () -> new Bounds(Duration.ZERO, usual.answerWithin(), usual.fileWithin(), 8, 64, usual.idle()))
                .hasMessage("connect-within PT0S must lie between PT0.1S and PT30S;"
                        + " correct it or remove it for the default");
        assertThatThrownBy(() -> new Bounds(
                        usual.connectWithin(), usual.answerWithin(), usual.fileWithin(), 51, 64, usual.idle()))
                .hasMessage("connections 51 must lie between 1 and 50; correct it or remove it for the default");
    }
}
