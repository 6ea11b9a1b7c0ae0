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
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `panda login` before an engine whose answers are written down.
class LoginTest {

    private static final String NONE = "{\"broker\":\"zerodha\",\"reality\":\"SIMULATED\",\"state\":\"NONE\"}";
    private static final String OPEN = """
            {"broker":"zerodha","reality":"SIMULATED","state":"OPEN","userId":"AB1234",
             "openedAt":"2026-11-26T03:00:00Z","expiresAt":"2026-11-27T00:30:00Z"}""";

    /// One answer of the engine's.
    private record Answer(int status, String body) {}

    private final Queue<Answer> answers = new ArrayDeque<>();
    private final StringWriter said = new StringWriter();
    private final HttpClient http = HttpClient.newHttpClient();
    private HttpServer engine;

    @BeforeEach
    void open() throws IOException {
        engine = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        engine.createContext("/brokers/zerodha/session", exchange -> {
            var answer = answers.size() > 1 ? answers.remove() : answers.peek();
            var body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
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

    private String address() {
        return "http://127.0.0.1:" + engine.getAddress().getPort();
    }

    private static RunState house(Map<String, String> addresses) {
        return new RunState(1, "", "s", List.of("paper", "zerodha"), addresses, Map.of());
    }

    private Login login() {
        var session = EngineSession.of(http, house(Map.of("trading-engine", address())), "zerodha");
        return new Login(session, new PrintWriter(said, true));
    }

    private void answers(Answer... all) {
        answers.addAll(List.of(all));
    }

    @Test
    void saysWhereToGoAndWaitsUntilSomebodyHasBeenThere() {
        answers(new Answer(200, NONE), new Answer(503, ""), new Answer(200, OPEN));

        login().await(Duration.ofSeconds(30));

        assertThat(said.toString().lines())
                .containsExactly(
                        "open in a browser: " + address() + "/brokers/zerodha/login",
                        "zerodha (SIMULATED): AB1234 is logged in until 27 Nov 06:00, Indian time");
    }

    @Test
    void whoIsLoggedInAlreadyNeedNotWait() {
        answers(new Answer(200, OPEN));

        login().await(Duration.ZERO);

        assertThat(said.toString().strip())
                .isEqualTo("zerodha (SIMULATED): AB1234 is logged in until 27 Nov 06:00, Indian time;"
                        + " to log in anew open " + address() + "/brokers/zerodha/login");
    }

    @Test
    void nobodyComingIsSaidInTheEnd() {
        answers(new Answer(200, NONE));

        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> login().await(Duration.ZERO))
                .withMessageStartingWith("nobody has logged in at zerodha within 0 minutes; the address stays good: ");
    }

    @Test
    void printedAddressIsAllThatIsPrinted() {
        answers(new Answer(200, NONE));

        login().print();

        assertThat(said.toString().strip()).isEqualTo(address() + "/brokers/zerodha/login");
    }

    @Test
    void brokerNobodyLogsInToIsExplainedByItsEngine() {
        answers(new Answer(404, "{\"detail\":\"broker 'zerodha' is no active account of kind zerodha\"}"));

        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> login().print())
                .withMessage("broker 'zerodha' is no active account of kind zerodha");
    }

    @Test
    void brokerTheHouseDoesNotHaveIsNamedBesideThoseItHas() {
        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> EngineSession.of(http, house(Map.of()), "nobody"))
                .withMessage("the running house has no broker nobody; it has paper, zerodha");
    }

    @Test
    void withoutAHouseThereIsNobodyToLogInFor(@TempDir Path nowhere) {
        var errors = new StringWriter();
        System.setProperty("panda.home", nowhere.toString());
        try {
            assertThat(Main.commandLine().setErr(new PrintWriter(errors, true)).execute("login", "zerodha"))
                    .isEqualTo(1);
        } finally {
            System.clearProperty("panda.home");
        }
        assertThat(errors.toString().strip()).isEqualTo("panda: no house is running to log in for; ./panda run first");
    }

    @Test
    void armOfTheBrokerIsAskedWhereEachHasItsOwn() {
        var arms = house(Map.of("trading-engine-paper", "http://127.0.0.1:1", "trading-engine-zerodha", address()));

        assertThat(EngineSession.of(http, arms, "zerodha").loginAddress())
                .isEqualTo(address() + "/brokers/zerodha/login");
    }
}
