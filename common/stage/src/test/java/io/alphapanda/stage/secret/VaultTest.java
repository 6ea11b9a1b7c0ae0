package io.alphapanda.stage.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.stage.broker.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultTest {

    private static final String SECRET = "uAbCdEfGh1234567890tokenTOKENtok";
    private static final String PURPOSE = "session/zerodha/3";

    private final Vault vault = vault(7);

    private static Vault vault(int filler) {
        var key = new byte[32];
        java.util.Arrays.fill(key, (byte) filler);
        return new Vault(Optional.of(Base64.getEncoder().encodeToString(key)));
    }

    @Test
    void sealedTextOpensForWhatItWasSealedFor() {
        assertThat(vault.open(PURPOSE, vault.seal(PURPOSE, SECRET))).isEqualTo(SECRET);
    }

    @Test
    void sealedTextHoldsNothingOfItsSecret() {
        assertThat(new String(vault.seal(PURPOSE, SECRET), StandardCharsets.ISO_8859_1))
                .doesNotContain(SECRET)
                .doesNotContain(SECRET.substring(0, 4));
    }

    @Test
    void sameTextIsNeverSealedTheSameWayTwice() {
        var seals = new HashSet<String>();
        IntStream.range(0, 1_000)
                .forEach(_ -> seals.add(Base64.getEncoder().encodeToString(vault.seal(PURPOSE, SECRET))));
        assertThat(seals).hasSize(1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"session/zerodha/4", "session/zerodha-2/3", ""})
    void textSealedForSomethingElseDoesNotOpen(String other) {
        var sealed = vault.seal(PURPOSE, SECRET);
        assertThatThrownBy(() -> vault.open(other, sealed)).isInstanceOf(VaultException.class);
    }

    @Test
    void everyChangedByteKeepsItShut() {
        var sealed = vault.seal(PURPOSE, SECRET);
        for (int i = 0; i < sealed.length; i++) {
            var changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> vault.open(PURPOSE, changed))
                    .as("byte " + i)
                    .isInstanceOf(VaultException.class);
        }
    }

    @Test
    void cutOffEnvelopeIsNoneOfOurs() {
        assertThatThrownBy(() -> vault.open(PURPOSE, new byte[28]))
                .isInstanceOf(VaultException.class)
                .hasMessage("session/zerodha/3 was not sealed by this version; log in again");
    }

    @Test
    void otherKeyIsNamedAsTheReasonAndNothingElseIs() {
        var sealed = vault.seal(PURPOSE, SECRET);
        assertThatThrownBy(() -> vault(8).open(PURPOSE, sealed))
                .isInstanceOf(VaultException.class)
                .hasNoCause()
                .hasMessage("session/zerodha/3 does not open with this panda.secrets.key: it was sealed with another"
                        + " one, or changed since; set that one, or log in again")
                .satisfies(failure -> assertThat(failure.getStackTrace()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void missingKeyStopsOnlyWhoNeedsIt(String blank) {
        for (var keyless : new Vault[] {new Vault(Optional.empty()), new Vault(Optional.of(blank))}) {
            assertThatThrownBy(() -> keyless.seal(PURPOSE, SECRET))
                    .isInstanceOf(VaultException.class)
                    .hasMessage("panda.secrets.key is not set; make one with: openssl rand -base64 32");
            assertThatThrownBy(() -> keyless.open(PURPOSE, vault.seal(PURPOSE, SECRET)))
                    .isInstanceOf(VaultException.class)
                    .hasMessage("panda.secrets.key is not set; make one with: openssl rand -base64 32");
        }
    }

    @Test
    void keyOfTheWrongSizeIsRefusedWithoutBeingShown() {
        var key = Base64.getEncoder().encodeToString("half a key is not".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> new Vault(Optional.of(key)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("panda.secrets.key is base64 of 17 bytes and must be of 32; make one with: openssl rand"
                        + " -base64 32");
        assertThatThrownBy(() -> new Vault(Optional.of("not base64!")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("panda.secrets.key (11 characters) is not base64 of 32 bytes; make one with: openssl rand"
                        + " -base64 32");
    }

    @Test
    void itsTextFormHoldsNoKey() {
        assertThat(vault).hasToString("vault");
        assertThat(new Vault(Optional.empty())).hasToString("vault without a key");
    }
}
