package io.alphapanda.engine.zerodha.session;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;

/// A person's browser, one step at a time.
public final class Visit {

    private Visit() {}

    static Response get(String path) {
        return RestAssured.given()
                .redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .get(path);
    }

    /// From our login address over the broker's page; where that sends the browser back to, at this house.
    static String throughTheBroker(String broker) {
        var toTheBroker =
                get("/brokers/" + broker + "/login").then().statusCode(302).extract();
        var back = get(toTheBroker.header("location")).then().statusCode(302).extract();
        return "/brokers/" + broker + "/session?"
                + URI.create(back.header("location")).getRawQuery();
    }

    /// The whole of it.
    public static Response logIn(String broker) {
        return get(throughTheBroker(broker));
    }

    static String parameter(String address, String name) {
        for (var each : URI.create(address).getRawQuery().split("&")) {
            if (each.startsWith(name + "=")) {
                return each.substring(name.length() + 1);
            }
        }
        throw new AssertionError(name + " is not in " + address);
    }
}
