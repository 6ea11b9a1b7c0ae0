package io.alphapanda.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.stage.testing.KeptSpans;
import io.alphapanda.stage.trace.TraceKeys;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/// Requests, as their traces tell them.
@QuarkusTest
class RequestSpansTest extends ApiTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLER = "00f067aa0ba902b7";

    @Test
    void requestIsASpanOfItsCallersTraceCalledByItsRoute() {
        given().header("traceparent", "00-" + TRACE + "-" + CALLER + "-01")
                .get("/api/v1/portfolios/paper/summary")
                .then()
                .statusCode(200);

        var span = told("/api/v1/portfolios/paper/summary");
        assertThat(span.getTraceId()).isEqualTo(TRACE);
        assertThat(span.getParentSpanId()).isEqualTo(CALLER);
        assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
        assertThat(span.getName()).isEqualTo("GET /api/v1/portfolios/{broker}/summary");
        assertThat(KeptSpans.said(span, TraceKeys.ROUTE)).isEqualTo("/api/v1/portfolios/{broker}/summary");
        assertThat(status(span)).isEqualTo(200);
    }

    @Test
    void nothingOfAQueryOrAHeaderIsTold() {
        given().header("Authorization", "Bearer spoken-secret")
                .queryParam("access_token", "asked-secret")
                .get("/api/v1/told-of")
                .then()
                .statusCode(401);

        var span = told("/api/v1/told-of");
        assertThat(status(span)).isEqualTo(401);
        assertThat(span.toString()).doesNotContain("secret");
    }

    private static SpanData told(String path) {
        return KeptSpans.ALL
                .await(1, span -> KeptSpans.said(span, TraceKeys.PATH).equals(path))
                .getFirst();
    }

    private static Long status(SpanData span) {
        return span.getAttributes().get(AttributeKey.longKey(TraceKeys.STATUS));
    }
}
