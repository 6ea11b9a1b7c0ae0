package io.alphapanda.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `panda halt` and `panda resume` before an engine whose answer is written down.
class TradingOrderTest {

    private final StringWriter said = new StringWriter();
    private final HttpClient http = HttpClient.newHttpClient();
    private HttpServer engine;
    private String asked = "";
    private int status = 200;
    private String answer = "";

    @BeforeEach
    void open() throws IOException {
        engine = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        for (var path : List.of("/brokers/zerodha/trading-state", "/trading-state")) {
            engine.createContext(path, this::answer);
        }
        engine.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked = exchange.getRequestMethod() + " "
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .add("content-type", status == 200 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @AfterEach
    void close() {
        engine.stop(0);
        http.close();
    }

    private TradingOrder order() {
        var address = "http://127.0.0.1:" + engine.getAddress().getPort();
        return new TradingOrder(new EngineDoor(http, "zerodha", address), new PrintWriter(said, true));
    }

    @Test
    void anAcknowledgedHaltSaysWhatIsNotKnown() {
        answer = """
                {"state":"HALTED","strategy":"","version":3,"acknowledged":true,"broker":"zerodha","reality":"SIMULATED",
                 "states":[{"strategy":"","state":"HALTED","reason":"drill","changedBy":"anna"}],
                 "sending":[],"unknown":["o-1","o-2"],"alarms":[]}""";

        assertThat(order().give("HALTED", Optional.empty(), "drill", false)).isTrue();

        assertThat(asked)
                .startsWith("PUT {\"state\":\"HALTED\",\"reason\":\"drill\",\"by\":\"")
                .doesNotContain("strategy");
        assertThat(said.toString().lines())
                .containsExactly(
                        "zerodha (SIMULATED): HALTED, version 3",
                        "  not known whether the broker has it: o-1, o-2",
                        "  HALTED the whole lane: drill (anna)");
    }

    @Test
    void aHaltThatIsNotAcknowledgedSaysWhatIsStillOnItsWay() {
        answer = """
                {"state":"REDUCING","strategy":"momentum","version":1,"acknowledged":false,"reality":"LIVE",
                 "states":[{"strategy":"momentum","state":"REDUCING","reason":"slow","changedBy":"anna"}],
                 "sending":["o-1"],"unknown":[],"alarms":[]}""";

        assertThat(order().give("REDUCING", Optional.of("momentum"), "slow", false))
                .isFalse();

        assertThat(asked).contains("\"strategy\":\"momentum\"");
        assertThat(said.toString().lines())
                .containsExactly(
                        "zerodha (LIVE), strategy momentum: REDUCING, version 1; it holds, but what came before has not ended",
                        "  still being sent: o-1",
                        "  REDUCING momentum: slow (anna)");
    }

    @Test
    void aHaltOfTheHouseSaysHowEachBrokerStands() {
        answer = """
                {"state":"HALTED","strategy":"","version":1,"acknowledged":false,"lanes":[
                 {"acknowledged":true,"broker":"paper","reality":"PAPER","sending":[],"unknown":[],"cancelling":["p-1"],
                  "states":[{"broker":"*","strategy":"","state":"HALTED","reason":"drill","changedBy":"anna"}],"alarms":[]},
                 {"acknowledged":false,"broker":"zerodha","reality":"LIVE","sending":["o-1"],"unknown":[],"cancelling":[],
                  "states":[{"broker":"*","strategy":"momentum","state":"HALTED","reason":"slow","changedBy":"bert"}],
                  "alarms":[]}]}""";
        var address = "http://127.0.0.1:" + engine.getAddress().getPort();

        assertThat(new TradingOrder(new EngineDoor(http, "", address), new PrintWriter(said, true))
                        .give("HALTED", Optional.empty(), "drill", false))
                .isFalse();

        assertThat(said.toString().lines())
                .containsExactly(
                        "every broker: HALTED, version 1; it holds, but what came before has not ended",
                        "  paper (PAPER)",
                        "  still being cancelled: p-1",
                        "  HALTED every lane: drill (anna)",
                        "  zerodha (LIVE): what came before has not ended",
                        "  still being sent: o-1",
                        "  HALTED momentum in every lane: slow (bert)");
    }

    @Test
    void inAHouseOfArmsEveryEngineIsTold() {
        var arms = new RunState(
                1,
                "",
                "s",
                List.of("paper", "zerodha"),
                Map.of("trading-engine-paper", "http://a", "trading-engine-zerodha", "http://b"),
                Map.of());
        var hybrid =
                new RunState(1, "", "s", List.of("paper", "zerodha"), Map.of("trading-engine", "http://c"), Map.of());

        assertThat(EngineDoor.every(http, arms))
                .extracting(EngineDoor::address)
                .containsExactly("http://a", "http://b");
        assertThat(EngineDoor.every(http, hybrid))
                .extracting(EngineDoor::address)
                .containsExactly("http://c");
    }

    @Test
    void anEngineThatDoesNotAnswerKeepsNoOtherFromBeingTold() {
        answer = "{\"state\":\"HALTED\",\"version\":1,\"acknowledged\":true,\"lanes\":[]}";
        var doors = List.of(
                new EngineDoor(http, "", "http://127.0.0.1:1"),
                new EngineDoor(
                        http, "", "http://127.0.0.1:" + engine.getAddress().getPort()));

        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> Whose.tell(
                        doors,
                        new PrintWriter(said, true),
                        order -> order.give("HALTED", Optional.empty(), "drill", false)))
                .withMessageStartingWith("the engine does not answer at http://127.0.0.1:1");
        assertThat(asked).startsWith("PUT ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zerodha --all"})
    void whoseTradingItIsMustBeSaidOnce(String whose) {
        var errors = new StringWriter();
        var words = ("halt " + whose + " --reason drill").trim().split(" +");

        assertThat(Main.commandLine().setErr(new PrintWriter(errors, true)).execute(words))
                .isEqualTo(2);
        assertThat(errors.toString()).contains("--all");
    }

    @Test
    void whoResumesIsToldTheAlarmsThatStand() {
        answer = """
                {"state":"ACTIVE","strategy":"","version":4,"acknowledged":true,"reality":"SIMULATED",
                 "states":[{"strategy":"","state":"ACTIVE","reason":"looked","changedBy":"anna"}],"sending":[],"unknown":[],
                 "alarms":[{"code":"STILL_ALIVE","subject":"o-1","words":"It was alive."}]}""";

        order().give("ACTIVE", Optional.empty(), "looked", true);

        assertThat(asked).contains("\"resolveAlarms\":true");
        assertThat(said.toString().lines())
                .containsExactly("zerodha (SIMULATED): ACTIVE, version 4", "  alarm STILL_ALIVE o-1: It was alive.");
    }

    @Test
    void whatTheEngineRefusesIsSaidInItsWords() {
        status = 400;
        answer = "{\"detail\":\"strategy id 'No' must match [a-z][a-z0-9-]{0,39}\"}";

        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> order().give("HALTED", Optional.of("No"), "drill", false))
                .withMessage("the engine says 400: strategy id 'No' must match [a-z][a-z0-9-]{0,39}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"halt", "resume"})
    void withoutAHouseThereIsNobodyToTell(String command, @TempDir Path nowhere) {
        var errors = new StringWriter();
        System.setProperty("panda.home", nowhere.toString());
        try {
            assertThat(Main.commandLine()
                            .setErr(new PrintWriter(errors, true))
                            .execute(command, "zerodha", "--reason", "drill"))
                    .isEqualTo(1);
        } finally {
            System.clearProperty("panda.home");
        }
        assertThat(errors.toString().strip()).isEqualTo("panda: no house is running; ./panda run first");
    }
}
