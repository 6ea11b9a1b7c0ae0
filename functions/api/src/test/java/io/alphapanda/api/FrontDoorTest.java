package io.alphapanda.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Who is let in.
@QuarkusTest
class FrontDoorTest extends ApiTest {

    private static final String ORDERS = "/api/v1/orders";
    private static final Set<String> OPEN = Set.of(
            "get /", "get /health", "post /api/v1/auth/login", "post /api/v1/auth/refresh", "post /api/v1/auth/logout");
    private static final Set<String> COMMANDS = Set.of(
            "put /api/v1/trading-state",
            "put /api/v1/brokers/{broker}/trading-state",
            "post /api/v1/alerts/test",
            "post /api/v1/alerts/{id}/acknowledge",
            "post /api/v1/alerts/{id}/resolve");
    private static final Set<String> OWN = Set.of("put /api/v1/auth/password");

    private static RequestSpecification nobody() {
        return given().header("Authorization", "");
    }

    private static RequestSpecification as(String user) {
        return given().header("Authorization", "Bearer " + Access.token(user));
    }

    private static int status(String token) {
        return given().header("Authorization", "Bearer " + token).get(ORDERS).statusCode();
    }

    @Test
    void everyDocumentedPathRefusesNobodyAndWhoeverHasTooSmallARole() {
        var paths = given().queryParam("format", "json")
                .get("/q/openapi")
                .jsonPath()
                .<String, Map<String, Object>>getMap("paths");
        assertThat(paths).hasSizeGreaterThan(25);
        paths.forEach((path, methods) -> methods.keySet().stream()
                .filter(Set.of("get", "put", "post", "delete", "patch")::contains)
                .forEach(method -> assertRefused(method, path)));
    }

    private static void assertRefused(String method, String path) {
        var what = method + " " + path;
        var there = path.replaceAll("\\{\\w+}", "x");
        if (OPEN.contains(what)) {
            assertThat(nobody().request(method, there).statusCode()).as(what).isNotIn(403);
            return;
        }
        var answer = nobody().request(method, there);
        assertThat(answer.statusCode()).as(what).isEqualTo(401);
        assertThat(answer.contentType()).as(what).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:alpha-panda:problem:unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        if (method.equals("get") && !path.contains("/users") && !path.contains("/audit") || OWN.contains(what)) {
            return;
        }
        var tooSmall = COMMANDS.contains(what) ? Access.VIEWER : Access.TRADER;
        var refused = as(tooSmall).contentType("application/json").body("{}").request(method, there);
        assertThat(refused.statusCode()).as("%s as %s", what, tooSmall).isEqualTo(403);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("urn:alpha-panda:problem:forbidden");
    }

    @Test
    void whatNobodyWroteARuleForIsShut() {
        assertThat(nobody().get("/api/v1/nosuch").statusCode()).isEqualTo(401);
        assertThat(nobody().get("/nosuch").statusCode()).isEqualTo(401);
        assertThat(as(Access.TRADER).post("/api/v1/nosuch").statusCode()).isEqualTo(403);
        assertThat(as(Access.VIEWER).get("/api/v1/nosuch").statusCode()).isEqualTo(404);
    }

    @Test
    void theTokenOfAStandingLoginIsGoodAndSoIsOneOfThePreviousKey() {
        assertThat(status(Access.token(Access.VIEWER))).isEqualTo(200);
        assertThat(status(Jwt.of(Access.previousKey(), Access.claims(Access.VIEWER))))
                .isEqualTo(200);
    }

    @Test
    void forgedTokensAreNone() {
        var claims = Access.claims(Access.ADMIN);
        var good = Access.token(Access.ADMIN);
        var cut = good.substring(0, good.lastIndexOf('.') + 1);
        var kid = Jwt.id(Access.key());
        var forged = new LinkedHashMap<String, String>();
        forged.put("another key", Jwt.of(Jwt.randomKey(), claims));
        forged.put(
                "another key under our key's id", Jwt.of(Jwt.randomKey(), Map.of("alg", "HS256", "kid", kid), claims));
        forged.put("no key's id", Jwt.of(Access.key(), Map.of("alg", "HS256"), claims));
        forged.put("alg none", Jwt.unsigned(claims));
        forged.put("signature cut off", cut);
        forged.put("claims of an admin, signature of a viewer", graft(good, Access.token(Access.VIEWER)));
        forged.put("too long", "x".repeat(5_000));
        forged.put("nothing", " ");
        for (var change : Map.<String, Object>of(
                        "iss",
                        "somebody",
                        "aud",
                        "another/api",
                        "exp",
                        FixedClock.NOW.minusSeconds(60).getEpochSecond(),
                        "ver",
                        7,
                        "sid",
                        "00000000-0000-4000-8000-00000000ffff",
                        "sub",
                        Access.VIEWER)
                .entrySet()) {
            var changed = new LinkedHashMap<>(claims);
            changed.put(change.getKey(), change.getValue());
            forged.put("claim " + change, Jwt.of(Access.key(), changed));
        }
        for (var missing : List.of("exp", "sub", "sid", "ver", "iss", "aud")) {
            var without = new LinkedHashMap<>(claims);
            without.remove(missing);
            forged.put("without " + missing, Jwt.of(Access.key(), without));
        }
        forged.forEach((how, token) -> assertThat(status(token)).as(how).isEqualTo(401));
    }

    /// The first two parts of one token with the third of another.
    private static String graft(String claims, String signature) {
        return claims.substring(0, claims.lastIndexOf('.')) + signature.substring(signature.lastIndexOf('.'));
    }

    @Test
    void pathsThatCanBeReadInTwoWaysAreRefused() {
        for (var path : List.of(
                "/api/v1/users;x=1",
                "/api/v1/orders/../users",
                "/api/v1/orders/%2e%2e/users",
                "/api/v1/users%3bx",
                "/api/v1/users%00",
                "/static/../api/v1/users",
                "/static/%2e%2e/api/v1/users",
                "/api/v1/orders%0d%0aX-Injected:%201")) {
            var answer = as(Access.VIEWER).urlEncodingEnabled(false).get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.header("X-Injected")).isNull();
        }
        for (var path : List.of("/api/v1/users/", "/api/v1/%75sers", "/api/v1/audit/")) {
            assertThat(as(Access.VIEWER).urlEncodingEnabled(false).get(path).statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    @Test
    void aPageOfAnotherSiteMayNotWriteAndAListedOneMayAsk() {
        var command = "{\"state\": \"ACTIVE\", \"reason\": \"drill\"}";
        for (var header : Map.of("Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site")
                .entrySet()) {
            var answer = as(Access.TRADER)
                    .header(header.getKey(), header.getValue())
                    .contentType("application/json")
                    .body(command)
                    .put("/api/v1/trading-state");
            assertThat(answer.statusCode()).as("%s", header).isEqualTo(403);
            assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
        }
        assertThat(nobody().header("Origin", "null")
                        .contentType("text/plain")
                        .body("{}")
                        .post("/api/v1/auth/login")
                        .statusCode())
                .isEqualTo(403);
        var friend =
                as(Access.VIEWER).header("Origin", "https://friend.example").get(ORDERS);
        assertThat(friend.header("Access-Control-Allow-Origin")).isEqualTo("https://friend.example");
        assertThat(friend.header("Access-Control-Allow-Credentials")).isNull();
        assertThat(nobody().header("Origin", "https://friend.example")
                        .options(ORDERS)
                        .statusCode())
                .isEqualTo(204);
        assertThat(nobody().header("Origin", "https://evil.example")
                        .options(ORDERS)
                        .statusCode())
                .isEqualTo(403);
        var evil = as(Access.VIEWER).header("Origin", "https://evil.example").get(ORDERS);
        assertThat(evil.header("Access-Control-Allow-Origin")).isNull();
    }

    @Test
    void bodiesAreBounded() {
        var large = "{\"user\": \"" + "x".repeat(70_000) + "\", \"password\": \"p\"}";

        assertThat(nobody().contentType("application/json")
                        .body(large)
                        .post("/api/v1/auth/login")
                        .statusCode())
                .isEqualTo(413);
        assertThat(nobody().header("X-Large", "x".repeat(20_000)).get("/health").statusCode())
                .isEqualTo(431);
    }

    @Test
    void bodiesWithoutALengthAreBoundedToo() throws IOException, InterruptedException {
        var endless = BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream(" ".repeat(200_000).getBytes(StandardCharsets.US_ASCII)));
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(
                                    URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/v1/auth/login"))
                            .header("Content-Type", "application/json")
                            .version(HttpClient.Version.HTTP_1_1)
                            .POST(endless)
                            .build(),
                    BodyHandlers.discarding());
            assertThat(answer.statusCode()).isEqualTo(413);
        }
    }

    @Test
    void whoeverSendsABodyTooSlowlyIsCutOff() throws IOException {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write("""
                    POST /api/v1/auth/login HTTP/1.1\r
                    Host: 127.0.0.1\r
                    Content-Type: application/json\r
                    Content-Length: 50\r
                    \r
                    {""".getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).as("the end").isEqualTo(-1);
        }
    }

    @Test
    void whatComesThroughAProxySeesNoMetrics() {
        assertThat(nobody().get("/q/metrics").statusCode()).isEqualTo(200);
        assertThat(nobody().get("/q/health/ready").statusCode()).isEqualTo(200);
        assertThat(nobody().header("X-Forwarded-For", "203.0.113.9")
                        .get("/q/metrics")
                        .statusCode())
                .isEqualTo(401);
        assertThat(nobody().header("Forwarded", "for=203.0.113.9")
                        .get("/q/metrics")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void everyAnswerHasTheHeadersOfAnswers() {
        for (var answer : List.of(
                as(Access.VIEWER).get(ORDERS),
                nobody().get(ORDERS),
                nobody().get("/dashboard"),
                nobody().get("/api/v1/users;"))) {
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
            assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        }
        assertThat(as(Access.VIEWER).get("/api/v1/auth/me").header("Cache-Control"))
                .contains("no-store");
    }

    @Test
    void whatIsInjectedIntoAFilterIsRefusedOrFindsNothing() {
        seed.order("o-1", "paper", "momentum", "idea-1", "FILLED", "10", "1000", null, FixedClock.NOW);
        for (var field : List.of("strategy", "instrument", "broker", "correlationId", "id")) {
            for (var text : List.of("' or '1'='1", "x'; drop table orders; --", "x\r\nFAKE log line", "\u0000")) {
                var answer = as(Access.VIEWER).queryParam(field, text).get(ORDERS);
                assertThat(answer.statusCode()).as("%s=%s", field, text).isIn(400, 404);
            }
        }
        assertThat(given().queryParam("user", "'or'1'='1")
                        .get("/api/v1/audit")
                        .jsonPath()
                        .getList("entries"))
                .isEmpty();
        assertThat(as(Access.VIEWER).get(ORDERS).jsonPath().getList("orders")).hasSize(1);
    }

    @Test
    void whoeverAsksTooOftenWaitsWhateverAddressTheyClaim() {
        as(Access.VIEWER).header("X-Forwarded-For", "198.51.100.7").get(ORDERS);
        assertThat(redis.key().exists("api:rate:198.51.100.7")).isFalse();
        assertThat(redis.key().pttl("api:rate:127.0.0.1")).as("is forgotten").isBetween(1L, 60_000L);
        redis.value(String.class).psetex("api:rate:127.0.0.1", 60_000, "100000");

        var refused = as(Access.ADMIN).header("X-Forwarded-For", "198.51.100.8").get(ORDERS);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("urn:alpha-panda:problem:too-many-requests");
    }
}
