package io.alphapanda.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AlertsTest extends ApiTest {

    private static final String PATH = "/api/v1/alerts";
    private static final Instant TIME = Instant.parse("2026-01-05T04:00:00Z");

    @Test
    void anAlertTellsWhatAPersonMustKnow() {
        seed.alarm("paper", "OVERFILLED", "order-1", TIME, null);

        var alert = get(PATH, Map.of()).jsonPath();

        assertThat(alert.getMap("alerts[0]"))
                .containsEntry("broker", "paper")
                .containsEntry("reality", "PAPER")
                .containsEntry("code", "OVERFILLED")
                .containsEntry("subject", "order-1")
                .containsEntry("words", "look at it")
                .containsEntry("halted", true)
                .containsEntry("raisedAt", "2026-01-05T04:00:00Z")
                .containsEntry("resolvedAt", null);
    }

    @Test
    void filtersNarrowAndPagesFollowOneAnother() {
        seed.alarm("paper", "A", "1", TIME, TIME.plusSeconds(1));
        seed.alarm("paper", "A", "2", TIME, null);
        seed.alarm("paper-b", "B", "3", TIME, null);
        seed.alarm("zerodha", "B", "4", TIME, null);

        assertThat(subjects(Map.of())).as("not active: zerodha").containsExactly("3", "2", "1");
        assertThat(subjects(Map.of("broker", "paper"))).containsExactly("2", "1");
        assertThat(subjects(Map.of("state", "standing"))).containsExactly("3", "2");
        assertThat(subjects(Map.of("state", "resolved"))).containsExactly("1");
        var first = get(PATH, Map.of("limit", "2")).jsonPath();
        assertThat(subjects(Map.of("limit", "2", "cursor", first.getString("nextCursor"))))
                .containsExactly("1");
    }

    @Test
    void theSummaryCountsWhatStandsOfEveryAccount() {
        seed.alarm("paper", "A", "1", TIME, TIME.plusSeconds(1));
        seed.alarm("paper", "A", "2", TIME, null);
        seed.alarm("paper", "A", "3", TIME, null);
        seed.alarm("paper", "B", "4", TIME, null);

        assertAnswer(PATH + "/summary", 200, """
                {"house": {"standing": 0, "codes": {}},
                 "brokers": [{"broker": "paper", "reality": "PAPER", "standing": 3, "codes": {"A": 2, "B": 1}},
                             {"broker": "paper-b", "reality": "PAPER", "standing": 0, "codes": {}}]}""");
    }

    @Test
    void parametersThatCantBeUsedAreNamed() {
        for (var each : Map.of("state", "perhaps", "limit", "0", "cursor", "x", "severity", "LOUD")
                .entrySet()) {
            var response = get(PATH, Map.of(each.getKey(), each.getValue()));
            assertThat(response.statusCode()).as("%s", each).isEqualTo(400);
            assertThat(response.jsonPath().getString("field")).isEqualTo(each.getKey());
        }
        assertThat(get(PATH, Map.of("broker", "nosuch")).statusCode()).isEqualTo(404);
    }

    private static List<String> subjects(Map<String, String> query) {
        return get(PATH, query).jsonPath().getList("alerts.subject");
    }
}
