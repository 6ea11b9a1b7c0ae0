package io.alphapanda.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
        engine.createContext("/brokers/zerodha/trading-state", exchange -> {
            asked = exchange.getRequestMethod() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders()
                    .add("content-type", status == 200 ? "application/json" : "application/problem+json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        engine.start();
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
