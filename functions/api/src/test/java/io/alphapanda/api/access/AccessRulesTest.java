package io.alphapanda.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//api/v1/users",
                "/a//b",
                "/a;b",
                "/a\\b",
                "/./a",
                "/a/..",
                "/%2E%2e/a",
                "/a%3Bb",
                "/a%00",
                "/a b"
            })
    void pathsThatCanBeReadInTwoWaysAreTricky(String path) {
        assertThat(AccessRules.isTricky(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1/orders/nse-1%2Fmomentum%2FNSE:TCS%2F4711@paper%2F1",
                "/api/v1/explain/nse-1/a/NSE:M&M/1",
                "/a..b"
            })
    void idsInPathsAreNot(String path) {
        assertThat(AccessRules.isTricky(path)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, OPEN",
        "GET, /dashboard, OPEN",
        "GET, /static/bundle/app.js, OPEN",
        "POST, /dashboard, ADMIN",
        "GET, /q/metrics, NEAR",
        "GET, /q/dev-ui, VIEWER",
        "GET, /api/v1/orders, VIEWER",
        "HEAD, /api/v1/orders/x, VIEWER",
        "GET, /api/v1/users, ADMIN",
        "GET, /api/v1/users/, ADMIN",
        "GET, /api/v1/usersx, VIEWER",
        "GET, /api/v1/audit, ADMIN",
        "PUT, /api/v1/trading-state, TRADER",
        "PUT, /api/v1/brokers/zerodha/trading-state, TRADER",
        "PUT, /api/v1/brokers/zerodha/x/trading-state, ADMIN",
        "POST, /api/v1/alerts/test, TRADER",
        "POST, /api/v1/alerts/alert-7/acknowledge, TRADER",
        "POST, /api/v1/alerts/alert-7/resolve, TRADER",
        "POST, /api/v1/alerts/alert-7/else, ADMIN",
        "DELETE, /api/v1/trading-state, ADMIN",
        "POST, /api/v1/auth/login, OPEN",
        "GET, /api/v1/auth/login, VIEWER",
        "TRACE, /, ADMIN",
        "PUT, /anything, ADMIN"
    })
    void theFirstRuleThatFitsHoldsAndWithoutOneOnlyAnAdminComesIn(String method, String path, Need need) {
        assertThat(AccessRules.of(method, path)).isEqualTo(need);
    }
}
