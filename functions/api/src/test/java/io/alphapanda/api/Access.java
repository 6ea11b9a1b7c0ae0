package io.alphapanda.api;

import io.alphapanda.stage.testing.Ledger;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/// Keys for the application under test, and somebody of each role who has logged in. Requests of tests come
/// from the admin unless they say otherwise.
public final class Access implements QuarkusTestResourceLifecycleManager {

    public static final String VIEWER = "vera";
    public static final String TRADER = "tom";
    static final String ADMIN = "ada";

    private static final String KEY = "panda.api.signing-key";
    private static final String PREVIOUS = "panda.api.signing-key-previous";
    private static final Map<String, String> SESSIONS = Map.of(
            VIEWER, "00000000-0000-4000-8000-000000000001",
            TRADER, "00000000-0000-4000-8000-000000000002",
            ADMIN, "00000000-0000-4000-8000-000000000003");

    @Override
    public Map<String, String> start() {
        var configuration = new HashMap<String, String>();
        configuration.put(KEY, Jwt.randomKey());
        configuration.put(PREVIOUS, Jwt.randomKey());
        configuration.put("panda.api.password-cost", "10");
        configuration.put("panda.api.admin-password", "correct horse battery");
        configuration.put("panda.api.requests-per-minute", "100000");
        configuration.put("panda.api.body-within-seconds", "2");
        configuration.put("panda.api.cors-origins", "https://friend.example");
        configuration.put("panda.api.engine-address", new FakeEngine().address());
        configuration.put("panda.control.key", FakeEngine.KEY);
        configuration.put("panda.traces.endpoint", "http://127.0.0.1:4318");
        return configuration;
    }

    @Override
    public void stop() {
        // The engine ends with the JVM.
    }

    /// Everybody is there, and logged in since long ago.
    public static void everybodyIsLoggedIn() {
        SESSIONS.forEach((user, session) -> {
            Ledger.rows(
                    "insert into users (name, role, password_hash, created_at, changed_at)"
                            + " values (?, ?, 'none', '2026-01-05T04:00:00Z', '2026-01-05T04:00:00Z')"
                            + " on conflict (name) do update set role = excluded.role, enabled = true, version = 1",
                    user,
                    role(user));
            Ledger.rows(
                    "insert into user_sessions (id, user_name, client, opened_at, expires_at)"
                            + " values (cast(? as uuid), ?, '127.0.0.1', '2026-01-05T04:00:00Z', '2036-01-05T16:00:00Z')"
                            + " on conflict (id) do update set ended_at = null",
                    session,
                    user);
        });
        RestAssured.replaceFiltersWith(new AsAdmin());
    }

    private static String role(String user) {
        return switch (user) {
            case VIEWER -> "VIEWER";
            case TRADER -> "TRADER";
            default -> "ADMIN";
        };
    }

    /// What that user's requests carry.
    public static String token(String user) {
        return Jwt.of(key(), claims(user));
    }

    /// What makes a browser's tab one in which that user has logged in.
    static String loggedIn(String user) {
        return "sessionStorage.setItem('panda.login', JSON.stringify({access: '%s', refresh: 'none', until: Date.now() + 9e6}))"
                .formatted(token(user));
    }

    static Map<String, Object> claims(String user) {
        return Jwt.claims(user, SESSIONS.get(user), 1);
    }

    static String key() {
        return ConfigProvider.getConfig().getValue(KEY, String.class);
    }

    static String previousKey() {
        return ConfigProvider.getConfig().getValue(PREVIOUS, String.class);
    }

    /// Whoever says nothing is the admin; whoever sends an empty `Authorization` is nobody.
    private static final class AsAdmin implements Filter {
        @Override
        public Response filter(
                FilterableRequestSpecification request, FilterableResponseSpecification answer, FilterContext context) {
            if (!request.getHeaders().hasHeaderWithName("Authorization")) {
                request.header("Authorization", "Bearer " + token(ADMIN));
            }
            return context.next(request, answer);
        }
    }
}
