package io.alphapanda.api.dashboard;

import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/// Gives the dashboard's page an address without an ending.
@Singleton
public final class DashboardPage {

    void route(@Observes Router router) {
        router.get("/dashboard").handler(request -> request.reroute("/dashboard.html"));
    }
}
