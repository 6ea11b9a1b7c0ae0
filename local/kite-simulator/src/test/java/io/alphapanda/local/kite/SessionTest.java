package io.alphapanda.local.kite;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// From the login page to the death of the token.
class SessionTest {
    private final Broker broker = Broker.start(
            Broker.account().withRedirectUrl(URI.create("http://127.0.0.1:8080/callback")), options -> options);

    @AfterEach
    void close() {
        broker.close();
    }

    private static String checksum(String requestToken) throws NoSuchAlgorithmException {
        byte[] text = (Broker.API_KEY + requestToken + Broker.API_SECRET).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    }

    private RawClient.Answer exchange(String requestToken, String checksum) {
        RawClient newcomer = new RawClient(broker.simulator().restUrl(), Broker.API_KEY, "null");
        return newcomer.post(
                "/session/token",
                "api_key=%s&request_token=%s&checksum=%s".formatted(Broker.API_KEY, requestToken, checksum));
    }

    @Test
    void the_login_redirects_with_a_token_that_is_good_once() throws NoSuchAlgorithmException {
        RawClient.Answer login = broker.client().get("/connect/login?v=3&api_key=key&redirect_params=state%3D7");
        assertThat(login.status()).isEqualTo(302);
        String location = login.header("Location");
        assertThat(location)
                .startsWith("http://127.0.0.1:8080/callback?request_token=")
                .contains("status=success")
                .endsWith("&state=7");
        String requestToken = location.replaceAll(".*request_token=([^&]*).*", "$1");

        String accessToken = exchange(requestToken, checksum(requestToken))
                .data()
                .path("access_token")
                .asText();
        assertThat(new RawClient(broker.simulator().restUrl(), Broker.API_KEY, accessToken)
                        .get("/user/profile")
                        .status())
                .isEqualTo(200);
        assertThat(exchange(requestToken, checksum(requestToken)).status()).isEqualTo(403);
    }

    @Test
    void a_wrong_checksum_and_an_old_request_token_are_refused() throws NoSuchAlgorithmException {
        String requestToken = broker.simulator().requestToken(Broker.USER);
        assertThat(exchange(requestToken, "0".repeat(64)).errorType()).isEqualTo("TokenException");
        String old = broker.simulator().requestToken(Broker.USER);
        broker.time().advance(Duration.ofMinutes(6));
        assertThat(exchange(old, checksum(old)).status()).isEqualTo(403);
    }

    @Test
    void the_page_for_people_says_what_it_is() {
        try (Broker paged = Broker.start(Broker.account(), SimulatorOptions::withLoginPage)) {
            RawClient.Answer page = paged.client().get("/connect/login?v=3&api_key=key");
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.text()).contains("SIMULATED").contains("/connect/finish?v=3&amp;api_key=key");
        }
    }

    @Test
    void a_token_dies_at_six_in_the_morning() {
        broker.time().advanceTo(Instant.parse("2026-11-27T00:29:59Z"));
        assertThat(broker.client().get("/user/profile").status()).isEqualTo(200);
        broker.time().advance(Duration.ofSeconds(1));
        RawClient.Answer dead = broker.client().get("/user/profile");
        assertThat(dead.status()).isEqualTo(403);
        assertThat(dead.errorType()).isEqualTo("TokenException");
    }

    @Test
    void a_logout_ends_the_token_and_a_master_logout_ends_all() {
        String second = broker.simulator().accessToken(Broker.USER);
        broker.client()
                .delete("/session/token?api_key=key&access_token=" + second)
                .data();
        assertThat(broker.client().get("/user/profile").status()).isEqualTo(200);
        broker.simulator().logOutEverywhere(Broker.USER);
        assertThat(broker.client().get("/user/profile").status()).isEqualTo(403);
    }
}
