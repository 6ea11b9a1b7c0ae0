package io.alphapanda.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.alphapanda.stage.testing.House;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/// A test over HTTP on an empty house.
@QuarkusTestResource(House.class)
@QuarkusTestResource(Access.class)
abstract class ApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    RedisDataSource redis;

    Seed seed;

    @BeforeEach
    void emptyHouse() {
        seed = new Seed(redis);
        seed.clear();
        Access.everybodyIsLoggedIn();
    }

    /// Asks, and checks the whole answer.
    static void assertAnswer(String path, int status, String json, Map<String, ?> query) {
        var response = get(path, query);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.contentType()).startsWith(status >= 400 ? "application/problem+json" : "application/json");
        assertThat(tree(response.asString())).isEqualTo(tree(json));
    }

    static void assertAnswer(String path, int status, String json) {
        assertAnswer(path, status, json, Map.of());
    }

    static Response get(String path, Map<String, ?> query) {
        return given().queryParams(query).get(path);
    }

    private static Object tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + json, e);
        }
    }
}
