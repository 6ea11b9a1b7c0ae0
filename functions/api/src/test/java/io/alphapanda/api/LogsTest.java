package io.alphapanda.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.stage.testing.Await;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LogsTest extends ApiTest {

    private static final String PATH = "/api/v1/logs";
    private static final Instant TIME = Instant.parse("2026-01-05T04:00:00Z");
    private static final String IDEA = "nse-1/momentum/NSE:TCS/4711";

    @TestHTTPResource("/api/v1/stream?topics=logs")
    URI tail;

    /// Of the lines logged, for their ids to be told apart.
    private long sequence;

    private void logged(String channel, Instant time, String level, String room, String message, String keys) {
        seed.logged(channel, time, sequence++, level, room, message, keys);
    }

    private void logged(String channel, long second, String message) {
        logged(channel, TIME.plusSeconds(second), "INFO", "trading-engine", message, "");
    }

    private static List<String> messages(Map<String, String> query) {
        var answer = get(PATH, query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath().getList("lines.message");
    }

    @Test
    void aLineIsToldWithWhomItIsAbout() {
        logged(
                "trading",
                TIME,
                "WARN",
                "trading-engine",
                "order held back",
                "\"broker\":\"paper\",\"orderId\":\"%s@paper/1\"".formatted(IDEA));

        assertAnswer(PATH, 200, """
                {"lines": [{"id": "trading/1767585600000-0", "channel": "trading", "time": "2026-01-05T04:00:00Z", "level": "WARN",
                  "room": "trading-engine", "category": "io.alphapanda.engine.Lane", "message": "order held back", "broker": "paper",
                  "eventId": null, "correlationId": null, "strategyId": null, "instrument": null,
                  "orderId": "nse-1/momentum/NSE:TCS/4711@paper/1", "error": null}], "nextCursor": null}""");
    }

    @Test
    void filtersNarrow() {
        logged("trading", 1, "one");
        logged("market", 2, "Two");
        logged("error", TIME.plusSeconds(3), "ERROR", "risk-manager", "three", "\"eventId\":\"" + IDEA + "@paper\"");
        logged("trading", TIME.plusSeconds(4), "WARN", "trading-engine", "four", "\"correlationId\":\"" + IDEA + "\"");

        assertThat(messages(Map.of())).containsExactly("four", "three", "Two", "one");
        assertThat(messages(Map.of("channel", "trading"))).containsExactly("four", "one");
        assertThat(messages(Map.of("level", "warn"))).containsExactly("four", "three");
        assertThat(messages(Map.of("room", "risk-manager"))).containsExactly("three");
        assertThat(messages(Map.of("search", "tWO"))).containsExactly("Two");
        assertThat(messages(Map.of("correlationId", IDEA))).containsExactly("four", "three");
        assertThat(messages(Map.of("from", "2026-01-05T04:00:02Z", "to", "2026-01-05T04:00:04Z")))
                .containsExactly("three", "Two");
    }

    @Test
    void pagingShowsEachLineOnceThoughChannelsShareTheirTimes() {
        var expected = new ArrayList<String>();
        for (int i = 10; i < 23; i++) {
            logged(i % 2 == 0 ? "trading" : "market", i / 4, "line " + i);
            expected.add("line " + i);
        }

        var ids = Paging.walk(PATH, "lines", () -> logged("market", 100, "new"));

        assertThat(ids).hasSize(13).doesNotHaveDuplicates();
        assertThat(messages(Map.of("search", "line"))).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void aLineFarBackIsFoundByGoingOnWithTheCursor() {
        logged("market", 0, "the needle");
        for (int i = 0; i < 5_200; i++) {
            logged("market", 1 + i / 100, "hay");
        }

        var first = get(PATH, Map.of("search", "needle")).jsonPath();
        assertThat(first.getList("lines")).isEmpty();
        var second = get(PATH, Map.of("search", "needle", "cursor", first.getString("nextCursor")))
                .jsonPath();
        assertThat(second.getList("lines.message")).containsExactly("the needle");
        assertThat(second.getString("nextCursor")).isNull();
    }

    @Test
    void channelsAreToldWithWhatTheyHold() {
        logged("trading", 1, "one");
        logged("trading", 9, "two");

        var channels = get(PATH + "/channels", Map.of()).jsonPath();

        assertThat(channels.getList("channels.channel"))
                .containsExactly("audit", "error", "trading", "market", "api", "performance");
        assertThat(channels.getMap("channels.find { it.channel == 'trading' }"))
                .containsEntry("lines", 2)
                .containsEntry("oldest", "2026-01-05T04:00:01Z")
                .containsEntry("newest", "2026-01-05T04:00:09Z");
        assertThat(channels.getMap("channels.find { it.channel == 'audit' }"))
                .containsEntry("lines", 0)
                .containsEntry("oldest", null);
    }

    @Test
    void statisticsCountByChannelRoomAndLevel() {
        logged("trading", 1, "one");
        logged("trading", TIME.plusSeconds(2), "WARN", "risk-manager", "two", "");
        logged("error", TIME.plusSeconds(3), "ERROR", "risk-manager", "three", "");
        logged("error", TIME.plusSeconds(100), "ERROR", "risk-manager", "later", "");

        assertAnswer(
                PATH + "/statistics", 200, """
                {"from": "2026-01-05T04:00:00Z", "to": "2026-01-05T04:01:00Z", "lines": 3, "complete": true,
                 "channels": {"error": {"ERROR": 1}, "trading": {"INFO": 1, "WARN": 1}},
                 "rooms": {"risk-manager": {"ERROR": 1, "WARN": 1}, "trading-engine": {"INFO": 1}}}""", Map.of("from", "2026-01-05T04:00:00Z", "to", "2026-01-05T04:01:00Z"));
    }

    @Test
    void aLineThatCantBeReadIsLeftOut() {
        redis.stream(String.class).xadd("logs:trading", Map.of("line", "{\"time\":"));
        redis.stream(String.class).xadd("logs:trading", Map.of("line", "{\"message\":\"without the rest\"}"));
        redis.stream(String.class).xadd("logs:trading", Map.of("other", "x"));
        logged("market", 1, "one");

        assertThat(messages(Map.of())).containsExactly("one");
    }

    @Test
    void whatIsLoggedFromNowOnIsToldByTheStream() {
        logged("trading", 1, "before");
        try (var reader = StreamReader.open(tail)) {
            // The tail has found its end when it tells what is logged behind it.
            Await.until("a line is told", () -> {
                redis.stream(String.class).xadd("logs:api", Map.of("line", """
                        {"time":"2026-01-05T04:00:00Z","level":"INFO","room":"api","category":"c","message":"after","keys":{}}"""));
                return !reader.ids("logs").isEmpty();
            });
            assertThat(reader.await("logs").data().getList("items.message")).containsOnly("after");
        }
    }

    @Test
    void parametersThatCantBeUsedAreNamed() {
        for (var each : Map.of(
                        "channel", "gossip",
                        "level", "loud",
                        "search", "x".repeat(201),
                        "room", "x".repeat(201),
                        "correlationId", "x".repeat(201),
                        "from", "yesterday",
                        "to", "x",
                        "limit", "501")
                .entrySet()) {
            var answer = get(PATH, Map.of(each.getKey(), each.getValue()));
            assertThat(answer.statusCode()).as("%s", each).isEqualTo(400);
            assertThat(answer.jsonPath().getString("field")).isEqualTo(each.getKey());
        }
        assertThat(get(PATH, Map.of("cursor", "x")).statusCode()).isEqualTo(400);
        assertThat(get(PATH + "/statistics", Map.of("from", "x")).statusCode()).isEqualTo(400);
    }
}
