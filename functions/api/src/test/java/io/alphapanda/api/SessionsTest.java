package io.alphapanda.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.stage.testing.Ledger;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Logins as the ledger has them, without the key that opens them.
@QuarkusTest
@TestProfile(SessionsTest.BesideZerodha.class)
class SessionsTest extends ApiTest {

    /// A simulated account beside one of paper, and an engine people can reach.
    public static final class BesideZerodha implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "active.brokers", "paper,zerodha",
                    "panda.api.login-address", "https://panda.example/brokers/{broker}/login");
        }
    }

    @BeforeEach
    void nobodyIsLoggedIn() {
        Ledger.rows("delete from broker_sessions");
    }

    private static void session(String expiresAt, String endedAt, String why) {
        Ledger.rows("""
                insert into broker_sessions (broker, version, user_id, token, opened_at, expires_at, ended_at, ended_why)
                values ('zerodha', 3, 'AB1234', convert_to('sealedTokenText', 'UTF8'), '2026-01-05T03:00:00Z',
                        cast(? as timestamptz), cast(? as timestamptz), ?)""", expiresAt, endedAt, why);
    }

    private static String zerodha(String rest) {
        return """
                {"broker": "zerodha", "kind": "zerodha", "reality": "SIMULATED", %s,
                 "login": "https://panda.example/brokers/zerodha/login"}""".formatted(rest);
    }

    @Test
    void openSessionSaysWhoseItIsAndUntilWhen() {
        session("2026-01-06T00:30:00Z", null, null);

        assertAnswer("/api/v1/brokers/zerodha/session", 200, zerodha("""
                "state": "OPEN", "userId": "AB1234", "openedAt": "2026-01-05T03:00:00Z",
                "expiresAt": "2026-01-06T00:30:00Z", "endedAt": null, "endedWhy": null"""));
    }

    @Test
    void sessionOverItsTimeIsExpired() {
        session("2026-01-05T04:30:00Z", null, null);

        assertAnswer("/api/v1/brokers/zerodha/session", 200, zerodha("""
                "state": "EXPIRED", "userId": "AB1234", "openedAt": "2026-01-05T03:00:00Z",
                "expiresAt": "2026-01-05T04:30:00Z", "endedAt": null, "endedWhy": null"""));
    }

    @Test
    void endedSessionSaysWhy() {
        session("2026-01-06T00:30:00Z", "2026-01-05T04:00:00Z", "Kite answered 403");

        assertAnswer("/api/v1/brokers/zerodha/session", 200, zerodha("""
                "state": "ENDED", "userId": "AB1234", "openedAt": "2026-01-05T03:00:00Z", "expiresAt": null,
                "endedAt": "2026-01-05T04:00:00Z", "endedWhy": "Kite answered 403\""""));
    }

    @Test
    void allAccountsAreListedAndPaperNeedsNoLogin() {
        assertAnswer("/api/v1/sessions", 200, """
                {"sessions": [
                  {"broker": "paper", "kind": "paper", "reality": "PAPER", "state": "NOT_NEEDED", "userId": null,
                   "openedAt": null, "expiresAt": null, "endedAt": null, "endedWhy": null, "login": null},
                  %s]}""".formatted(zerodha("""
                "state": "NONE", "userId": null, "openedAt": null, "expiresAt": null, "endedAt": null,
                "endedWhy": null""")));
    }

    @Test
    void tokenIsInNoAnswer() {
        session("2026-01-06T00:30:00Z", null, null);

        for (var path : new String[] {"/api/v1/sessions", "/api/v1/brokers/zerodha/session"}) {
            assertThat(get(path, Map.of()).asString())
                    .doesNotContain("sealedTokenText")
                    .doesNotContain("token");
        }
    }

    @Test
    void unknownBrokerIsAProblem() {
        assertAnswer("/api/v1/brokers/nobody/session", 404, """
                {"type": "urn:alpha-panda:problem:unknown-broker", "title": "No such broker", "status": 404,
                 "detail": "broker 'nobody' is not active here; active are paper, zerodha",
                 "instance": "/api/v1/brokers/nobody/session",
                 "field": "broker", "value": "nobody", "allowed": ["paper", "zerodha"]}""");
    }
}
