package io.alphapanda.api.index;

import io.alphapanda.api.auth.AuthMode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The front door.
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "service", description = "This service itself")
public final class IndexResource {

    private final Index index;

    IndexResource(@ConfigProperty(name = "quarkus.application.version") String version, AuthMode mode) {
        this.index = new Index("Alpha Panda", version, mode.isOn() ? "on" : "off", endpoints());
    }

    @GET
    @Operation(summary = "Name, version and endpoints")
    public Index index() {
        return index;
    }

    private static Map<String, String> endpoints() {
        var endpoints = new LinkedHashMap<String, String>();
        endpoints.put("dashboard", "/dashboard");
        endpoints.put("portfolios", "/api/v1/portfolios{?limit,cursor}");
        endpoints.put("portfolio", "/api/v1/portfolios/{broker}/{strategy}");
        endpoints.put("equity", "/api/v1/portfolios/{broker}/{strategy}/equity{?from,to,limit,cursor}");
        endpoints.put("brokerSummary", "/api/v1/portfolios/{broker}/summary");
        endpoints.put("orders", "/api/v1/orders{?broker,strategy,instrument,correlationId,id,limit,cursor}");
        endpoints.put("order", "/api/v1/orders/{id}");
        endpoints.put("signals", "/api/v1/signals{?broker,strategy,instrument,correlationId,decision,limit,cursor}");
        endpoints.put("fills", "/api/v1/fills{?broker,strategy,instrument,orderId,correlationId,limit,cursor}");
        endpoints.put("explain", "/api/v1/explain/{correlationId}");
        endpoints.put("twins", "/api/v1/twins{?broker,against,strategy,instrument,limit,cursor}");
        endpoints.put("twinSummary", "/api/v1/twins/summary{?broker,against,from,to}");
        endpoints.put("strategies", "/api/v1/strategies");
        endpoints.put("strategy", "/api/v1/strategies/{strategy}");
        endpoints.put("pipeline", "/api/v1/pipeline{?from,to}");
        endpoints.put("alerts", "/api/v1/alerts{?broker,state,severity,limit,cursor}");
        endpoints.put("alert", "/api/v1/alerts/{id}");
        endpoints.put("alertRules", "/api/v1/alerts/rules");
        endpoints.put("alertSummary", "/api/v1/alerts/summary");
        endpoints.put("sessions", "/api/v1/sessions");
        endpoints.put("session", "/api/v1/brokers/{broker}/session");
        endpoints.put("brokers", "/api/v1/brokers");
        endpoints.put("broker", "/api/v1/brokers/{broker}");
        endpoints.put("calendar", "/api/v1/calendar{?at}");
        endpoints.put("deadLetters", "/api/v1/dead-letters{?broker}");
        endpoints.put("houseHealth", "/api/v1/monitoring/health");
        endpoints.put("houseHealthHistory", "/api/v1/monitoring/health/history{?limit}");
        endpoints.put("preflight", "/api/v1/preflight");
        endpoints.put("services", "/api/v1/services");
        endpoints.put("service", "/api/v1/services/{service}");
        endpoints.put("system", "/api/v1/system");
        endpoints.put("tradingState", "/api/v1/trading-state");
        endpoints.put("brokerTradingState", "/api/v1/brokers/{broker}/trading-state");
        endpoints.put("login", "/api/v1/auth/login");
        endpoints.put("refresh", "/api/v1/auth/refresh");
        endpoints.put("logout", "/api/v1/auth/logout");
        endpoints.put("me", "/api/v1/auth/me");
        endpoints.put("password", "/api/v1/auth/password");
        endpoints.put("users", "/api/v1/users");
        endpoints.put("user", "/api/v1/users/{user}");
        endpoints.put("audit", "/api/v1/audit{?user,limit,cursor}");
        endpoints.put("instruments", "/api/v1/instruments");
        endpoints.put("prices", "/api/v1/instruments/{instrument}/prices{?from,to}");
        endpoints.put("logs", "/api/v1/logs{?channel,level,room,search,correlationId,from,to,limit,cursor}");
        endpoints.put("logChannels", "/api/v1/logs/channels");
        endpoints.put("logStatistics", "/api/v1/logs/statistics{?from,to}");
        endpoints.put("stream", "/api/v1/stream{?topics}");
        endpoints.put("health", "/health");
        endpoints.put("healthDetails", "/q/health");
        endpoints.put("openapi", "/q/openapi");
        return endpoints;
    }
}
