package io.alphapanda.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.stage.log.LogChannel;
import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.testing.Said;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Logging in, going on, logging out, and what an admin does with users.
@QuarkusTest
class LoginTest extends ApiTest {

    private static final String PASSWORD = "a long walk by the sea";
    private static final String ME = "/api/v1/auth/me";

    @BeforeEach
    void onlyThoseWhoseLoginsAreKnown() {
        Ledger.rows("delete from user_sessions where user_name not in ('vera', 'tom', 'ada')");
        Ledger.rows("delete from users where name not in ('vera', 'tom', 'ada')");
        Ledger.rows("truncate audit");
    }

    private static Response post(String path, Map<String, ?> body) {
        return given().header("Authorization", "")
                .contentType("application/json")
                .body(body)
                .post("/api/v1/auth/" + path);
    }

    private static Response logIn(String user, String password) {
        return post("login", Map.of("user", user, "password", password));
    }

    private static JsonPath loggedIn(String user) {
        var answer = logIn(user, PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.jsonPath();
    }

    private static Response me(String token) {
        return given().header("Authorization", "Bearer " + token).get(ME);
    }

    private static Response create(String user, String role, String password) {
        return given().contentType("application/json")
                .body(Map.of("user", user, "role", role, "password", password))
                .post("/api/v1/users");
    }

    private static Response change(String user, Map<String, ?> body) {
        return given().contentType("application/json").body(body).put("/api/v1/users/" + user);
    }

    private static List<List<String>> audit() {
        return Ledger.rows("select user_name, action, subject, outcome from audit order by id");
    }

    @Test
    void whatAPersonDoesIsSaidInTheLogToo() {
        try (var said = new Said(LogChannel.AUDIT_CATEGORY)) {
            logIn("nobody-we-know", "a wrong password");

            assertThat(said.messages()).hasSize(2);
            assertThat(said.messages().getFirst()).contains("action=LOGIN", "subject=nobody-we-know");
            assertThat(said.messages().getLast()).contains("outcome=REFUSED");
            assertThat(said.messages().toString()).doesNotContain("a wrong password");
        }
    }

    @Test
    void whoeverLogsInIsKnownUntilTheyLogOut() {
        assertThat(create("nina", "VIEWER", PASSWORD).statusCode()).isEqualTo(201);

        var tokens = loggedIn("Nina");
        var me = me(tokens.getString("accessToken"));

        assertThat(me.jsonPath().getMap("")).isEqualTo(Map.of("user", "nina", "role", "VIEWER", "auth", "on"));
        assertThat(tokens.getInt("expiresInSeconds")).isEqualTo(300);
        assertThat(tokens.getString("sessionEndsAt")).isEqualTo("2026-01-05T16:30:00Z");
        assertThat(post("logout", Map.of("refreshToken", tokens.getString("refreshToken")))
                        .statusCode())
                .isEqualTo(204);
        assertThat(me(tokens.getString("accessToken")).statusCode()).isEqualTo(401);
        assertThat(post("refresh", Map.of("refreshToken", tokens.getString("refreshToken")))
                        .statusCode())
                .isEqualTo(401);
        assertThat(audit())
                .containsExactly(
                        List.of("ada", "USER_CREATED", "nina", "DONE"),
                        List.of("nina", "LOGIN", "nina", "DONE"),
                        List.of("nina", "LOGOUT", "nina", "DONE"));
        assertThat(Ledger.rows("select password_hash from users where name = 'nina'")
                        .toString())
                .contains("$2a$10$");
    }

    @Test
    void aRefreshTokenIsGoodOnceAndItsSecondUseEndsTheSession() {
        create("nina", "VIEWER", PASSWORD);
        var first = loggedIn("nina");
        var second = post("refresh", Map.of("refreshToken", first.getString("refreshToken")))
                .jsonPath();
        assertThat(me(second.getString("accessToken")).statusCode()).isEqualTo(200);

        var again = post("refresh", Map.of("refreshToken", first.getString("refreshToken")));

        assertThat(again.statusCode()).isEqualTo(401);
        assertThat(me(second.getString("accessToken")).statusCode()).isEqualTo(401);
        assertThat(post("refresh", Map.of("refreshToken", second.getString("refreshToken")))
                        .statusCode())
                .isEqualTo(401);
        assertThat(audit()).contains(List.of("nina", "REFRESH_REPEATED", "nina", "ENDED"));
        assertThat(post("refresh", Map.of("refreshToken", "made up")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void theFirstAdminComesInByTheEnvironmentsPasswordWhileThereIsNobody() {
        assertThat(logIn("admin", "correct horse battery").statusCode())
                .as("there are users")
                .isEqualTo(401);
        Ledger.rows("truncate users cascade");

        var tokens = logIn("admin", "correct horse battery").jsonPath();

        assertThat(me(tokens.getString("accessToken")).jsonPath().getString("role"))
                .isEqualTo("ADMIN");
        assertThat(Ledger.count("select count(*) from users")).isOne();
    }

    @Test
    void aWrongPasswordAndAnUnknownUserAreToldAlike() {
        create("nina", "VIEWER", PASSWORD);

        var wrong = logIn("nina", "a wrong password").jsonPath().getMap("");

        assertThat(logIn("nobody-known", PASSWORD).jsonPath().getMap("")).isEqualTo(wrong);
        assertThat(logIn("' or 1=1 --\r\nFAKE", PASSWORD).jsonPath().getMap("")).isEqualTo(wrong);
        assertThat(logIn("nina", "x".repeat(5_000)).jsonPath().getMap("")).isEqualTo(wrong);
        assertThat(audit()).contains(List.of("nobody", "LOGIN", "nina", "REFUSED"));
        assertThat(audit().toString()).doesNotContain("FAKE");
    }

    @Test
    void bodiesThatCantBeReadAreToldWithoutWhatTheyHold() {
        for (var body : List.of("", "[]", "{", "{\"user\": \"nina\"}", "{\"user\": 1, \"secretWord\": \"hush\"}")) {
            var answer = given().header("Authorization", "")
                    .contentType("application/json")
                    .body(body)
                    .post("/api/v1/auth/login");
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(answer.contentType()).startsWith("application/problem+json");
            assertThat(answer.asString()).doesNotContain("hush");
        }
    }

    @Test
    void whoeverTriesTooManyPasswordsWaits() {
        create("nina", "VIEWER", PASSWORD);
        for (int i = 0; i < 10; i++) {
            assertThat(logIn("nina", "guess number " + i).statusCode()).isEqualTo(401);
        }

        var refused = logIn("nina", PASSWORD);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 900);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("urn:alpha-panda:problem:too-many-requests");
    }

    @Test
    void whatAnAdminChangesHoldsAtOnce() {
        create("nina", "VIEWER", PASSWORD);
        var tokens = loggedIn("nina");

        assertThat(change("nina", Map.of("role", "TRADER")).statusCode()).isEqualTo(204);
        assertThat(me(tokens.getString("accessToken")).statusCode())
                .as("says another role")
                .isEqualTo(401);
        var next = post("refresh", Map.of("refreshToken", tokens.getString("refreshToken")))
                .jsonPath();
        assertThat(me(next.getString("accessToken")).jsonPath().getString("role"))
                .isEqualTo("TRADER");
        assertThat(change("nina", Map.of("enabled", false)).statusCode()).isEqualTo(204);
        assertThat(me(next.getString("accessToken")).statusCode()).isEqualTo(401);
        assertThat(post("refresh", Map.of("refreshToken", next.getString("refreshToken")))
                        .statusCode())
                .isEqualTo(401);
        assertThat(logIn("nina", PASSWORD).statusCode()).isEqualTo(401);
        assertThat(given().get("/api/v1/users").jsonPath().getList("users.user", String.class))
                .doesNotContain(PASSWORD);
        assertThat(given().get("/api/v1/users").asString()).contains("\"nina\"").doesNotContain("$2a$");
    }

    @Test
    void whoeverChangesTheirPasswordLogsInAnew() {
        create("nina", "VIEWER", PASSWORD);
        var token = loggedIn("nina").getString("accessToken");
        var next = "another long walk";
        var wrong = own(token, "not the password", next);
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(own(token, PASSWORD, "short").statusCode()).isEqualTo(400);

        assertThat(own(token, PASSWORD, next).statusCode()).isEqualTo(204);

        assertThat(me(token).statusCode()).isEqualTo(401);
        assertThat(logIn("nina", PASSWORD).statusCode()).isEqualTo(401);
        assertThat(logIn("nina", next).statusCode()).isEqualTo(200);
    }

    private static Response own(String token, String password, String next) {
        return given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(Map.of("password", password, "newPassword", next))
                .put("/api/v1/auth/password");
    }

    @Test
    void usersThatCantBeAreNamedByTheirFieldAndNeverByTheirPassword() {
        assertThat(create("nina", "VIEWER", PASSWORD).statusCode()).isEqualTo(201);
        assertThat(create("nina", "VIEWER", PASSWORD).statusCode()).isEqualTo(409);
        assertField(create("N; drop", "VIEWER", PASSWORD), "user");
        assertField(create("otto", "OWNER", PASSWORD), "role");
        assertField(create("otto", "VIEWER", "short"), "password");
        assertField(change("nina", Map.of()), "role");
        assertField(change("ada", Map.of("role", "VIEWER")), "user");
        assertThat(change("nobody", Map.of("enabled", true)).statusCode()).isEqualTo(404);
        assertThat(change("nina", Map.of("admin", true)).statusCode()).isEqualTo(400);
    }

    private static void assertField(Response answer, String field) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("field")).isEqualTo(field);
        assertThat(answer.asString()).doesNotContain(PASSWORD).doesNotContain("\"short\"");
    }
}
