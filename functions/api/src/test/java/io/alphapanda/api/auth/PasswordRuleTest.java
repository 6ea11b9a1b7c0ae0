package io.alphapanda.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a long walk by the sea",
                "password is not in my dictionary",
                "Ünïcödé is fine",
                "correct horse battery"
            })
    void goodOnesAreTaken(String password) {
        assertThat(PasswordRule.objection("nina", password)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "elevenchars, at least 12",
        "aaaaaaaaaaaaaaaa, different characters",
        "changeme-changeme, tried first",
        "Password123456, tried first",
        "ninaninaninanina, different characters",
        "administrator1!, tried first"
    })
    void badOnesAreToldWhy(String password, String why) {
        assertThat(PasswordRule.objection("nina", password).orElseThrow()).contains(why);
    }

    @Test
    void whatBcryptWouldCutIsRefused() {
        var most = "q9w7e5r3t1yz".repeat(6);
        assertThat(PasswordRule.objection("nina", most)).isEmpty();
        assertThat(PasswordRule.objection("nina", most + "x").orElseThrow()).contains("72");
        assertThat(PasswordRule.objection("nina", "ä".repeat(20) + "q9w7e5r3t1yzq9w7e5r3t1yzq9w7e5r3t1")
                        .orElseThrow())
                .as("74 bytes in 54 characters")
                .contains("72");
        assertThat(PasswordRule.objection("nina", "a long walk\u0000 by the sea")
                        .orElseThrow())
                .contains("control");
    }
}
