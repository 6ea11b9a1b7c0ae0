package io.alphapanda.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ServiceTest extends ApiTest {

    @Test
    void theFrontDoorListsWhatThereIs() {
        assertAnswer("/", 200, """
                {"name": "Alpha Panda", "version": "0.1.0-SNAPSHOT", "auth": "on", "endpoints": {
                   "dashboard": "/dashboard",
                   "portfolios": "/api/v1/portfolios{?limit,cursor}",
                   "portfolio": "/api/v1/portfolios/{broker}/{strategy}",
                   "equity": "/api/v1/portfolios/{broker}/{strategy}/equity{?from,to,limit,cursor}",
                   "brokerSummary": "/api/v1/portfolios/{broker}/summary",
                   "orders": "/api/v1/orders{?broker,strategy,instrument,correlationId,id,limit,cursor}",
                   "order": "/api/v1/orders/{id}",
                   "signals": "/api/v1/signals{?broker,strategy,instrument,correlationId,decision,limit,cursor}",
                   "fills": "/api/v1/fills{?broker,strategy,instrument,orderId,correlationId,limit,cursor}",
                   "explain": "/api/v1/explain/{correlationId}",
                   "twins": "/api/v1/twins{?broker,against,strategy,instrument,limit,cursor}",
                   "twinSummary": "/api/v1/twins/summary{?broker,against,from,to}",
                   "strategies": "/api/v1/strategies",
                   "strategy": "/api/v1/strategies/{strategy}",
                   "pipeline": "/api/v1/pipeline{?from,to}",
                   "alerts": "/api/v1/alerts{?broker,state,severity,limit,cursor}",
                   "alert": "/api/v1/alerts/{id}",
                   "alertRules": "/api/v1/alerts/rules",
                   "alertSummary": "/api/v1/alerts/summary",
                   "sessions": "/api/v1/sessions",
                   "session": "/api/v1/brokers/{broker}/session",
                   "brokers": "/api/v1/brokers",
                   "broker": "/api/v1/brokers/{broker}",
                   "calendar": "/api/v1/calendar{?at}",
                   "deadLetters": "/api/v1/dead-letters{?broker}",
                   "houseHealth": "/api/v1/monitoring/health",
                   "houseHealthHistory": "/api/v1/monitoring/health/history{?limit}",
                   "preflight": "/api/v1/preflight",
                   "services": "/api/v1/services",
                   "service": "/api/v1/services/{service}",
                   "system": "/api/v1/system",
                   "tradingState": "/api/v1/trading-state",
                   "brokerTradingState": "/api/v1/brokers/{broker}/trading-state",
                   "login": "/api/v1/auth/login",
                   "refresh": "/api/v1/auth/refresh",
                   "logout": "/api/v1/auth/logout",
                   "me": "/api/v1/auth/me",
                   "password": "/api/v1/auth/password",
                   "users": "/api/v1/users",
                   "user": "/api/v1/users/{user}",
                   "audit": "/api/v1/audit{?user,limit,cursor}",
                   "instruments": "/api/v1/instruments",
                   "prices": "/api/v1/instruments/{instrument}/prices{?from,to}",
                   "logs": "/api/v1/logs{?channel,level,room,search,correlationId,from,to,limit,cursor}",
                   "logChannels": "/api/v1/logs/channels",
                   "logStatistics": "/api/v1/logs/statistics{?from,to}",
                   "stream": "/api/v1/stream{?topics}",
                   "health": "/health",
                   "healthDetails": "/q/health",
                   "openapi": "/q/openapi"}}""");
    }

    @Test
    void healthIsUpWhileBothAnswer() {
        assertAnswer("/health", 200, """
                {"status": "UP", "database": "UP", "redis": "UP"}""");
    }

    @Test
    void healthDetailsAreUp() {
        var health = get("/q/health", Map.of());
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.jsonPath().getString("status")).isEqualTo("UP");
    }

    @Test
    void requestsAreCountedByTheirPathsTemplate() {
        get("/api/v1/portfolios/paper/summary", Map.of());
        get("/api/v1/nosuch-metrics", Map.of());

        var metrics = get("/q/metrics", Map.of()).asString();

        assertThat(metrics)
                .contains("http_server_requests_seconds_count{", "uri=\"/api/v1/portfolios/{broker}/summary\"")
                .contains("stage=\"api\"")
                .doesNotContain("nosuch-metrics");
    }

    @Test
    void everyPathIsDocumentedAndAmountsAreStrings() {
        var document = given().queryParam("format", "json").get("/q/openapi").jsonPath();
        assertThat(document.getString("info.title")).isEqualTo("Alpha Panda read layer");
        assertThat(document.getMap("paths").keySet().stream().map(Object::toString))
                .containsExactlyInAnyOrder(
                        "/",
                        "/health",
                        "/api/v1/portfolios",
                        "/api/v1/portfolios/{broker}/summary",
                        "/api/v1/portfolios/{broker}/{strategy}",
                        "/api/v1/portfolios/{broker}/{strategy}/equity",
                        "/api/v1/orders",
                        "/api/v1/orders/{id}",
                        "/api/v1/signals",
                        "/api/v1/fills",
                        "/api/v1/explain/{correlationId}",
                        "/api/v1/twins",
                        "/api/v1/twins/summary",
                        "/api/v1/strategies",
                        "/api/v1/strategies/{strategy}",
                        "/api/v1/pipeline",
                        "/api/v1/alerts",
                        "/api/v1/alerts/summary",
                        "/api/v1/alerts/rules",
                        "/api/v1/alerts/test",
                        "/api/v1/alerts/{id}",
                        "/api/v1/alerts/{id}/acknowledge",
                        "/api/v1/alerts/{id}/resolve",
                        "/api/v1/monitoring/health",
                        "/api/v1/monitoring/health/history",
                        "/api/v1/brokers",
                        "/api/v1/brokers/{broker}",
                        "/api/v1/calendar",
                        "/api/v1/dead-letters",
                        "/api/v1/preflight",
                        "/api/v1/services",
                        "/api/v1/services/{service}",
                        "/api/v1/system",
                        "/api/v1/sessions",
                        "/api/v1/brokers/{broker}/session",
                        "/api/v1/trading-state",
                        "/api/v1/brokers/{broker}/trading-state",
                        "/api/v1/auth/login",
                        "/api/v1/auth/refresh",
                        "/api/v1/auth/logout",
                        "/api/v1/auth/me",
                        "/api/v1/auth/password",
                        "/api/v1/users",
                        "/api/v1/users/{user}",
                        "/api/v1/audit",
                        "/api/v1/instruments",
                        "/api/v1/instruments/{instrument}/prices",
                        "/api/v1/logs",
                        "/api/v1/logs/channels",
                        "/api/v1/logs/statistics",
                        "/api/v1/stream");
        assertThat(document.getString("components.securitySchemes.token.scheme"))
                .isEqualTo("bearer");
        assertThat(document.getString("paths.'/api/v1/trading-state'.put.responses.'403'.description"))
                .contains("TRADER");
        assertThat(document.getMap("paths.'/health'.get")).doesNotContainKey("security");
        assertThat(document.getString("components.schemas.Money.type")).isEqualTo("string");
        assertThat(document.<String>getList("paths.'/api/v1/orders'.get.parameters.name"))
                .as("those of the lists' common questions too")
                .containsExactlyInAnyOrder(
                        "broker", "strategy", "instrument", "correlationId", "id", "limit", "cursor");
    }

    @Test
    void anUnknownPathIsAProblem() {
        for (var path : new String[] {"/nosuch", "/api/v1/nosuch", "/api/v1/portfolios/paper/momentum/extra"}) {
            assertAnswer(path, 404, """
                    {"type": "urn:alpha-panda:problem:unknown-path", "title": "No such path", "status": 404,
                     "detail": "nothing is found at %s; GET / lists what there is", "instance": "%s"}""".formatted(path, path));
        }
    }

    @Test
    void nothingCanBeWritten() {
        for (var path : new String[] {"/", "/api/v1/orders", "/api/v1/portfolios"}) {
            var response = given().contentType("application/json").body("{}").post(path);
            assertThat(response.statusCode()).as(path).isEqualTo(405);
            assertThat(response.contentType()).startsWith("application/problem+json");
        }
    }
}
