package io.alphapanda.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// `panda reconcile` before an engine whose report is written down.
class ReconciliationTest {

    private final StringWriter said = new StringWriter();
    private final HttpClient http = HttpClient.newHttpClient();
    private HttpServer engine;
    private String report = "";

    @BeforeEach
    void open() throws IOException {
        engine = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        engine.createContext("/brokers/zerodha/reconciliation", exchange -> {
            var body = report.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(exchange.getRequestMethod().equals("POST") ? 200 : 405, body.length);
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

    private Reconciliation reconciliation() {
        var address = "http://127.0.0.1:" + engine.getAddress().getPort();
        return new Reconciliation(new EngineDoor(http, "zerodha", address), new PrintWriter(said, true));
    }

    @Test
    void differencesAreListedWithTheirNumbers() {
        report = """
                {"broker":"zerodha","reality":"SIMULATED","outcome":"DIFFERENT","words":"","findings":[
                 {"code":"POSITION_DIFFERS","subject":"NSE:TCS","weight":"DIFFERENCE","numbers":{"broker":"13","ours":"10"}},
                 {"code":"FOREIGN_ORDER","subject":"H1","weight":"INFORMATION","numbers":{"filled":"5"}}]}""";

        assertThat(reconciliation().run()).isFalse();

        assertThat(said.toString().lines())
                .containsExactly(
                        "zerodha (SIMULATED): DIFFERENT",
                        "  difference  POSITION_DIFFERS NSE:TCS  broker 13, ours 10",
                        "  information  FOREIGN_ORDER H1  filled 5");
    }

    @Test
    void booksThatAgreeAreALine() {
        report = "{\"reality\":\"LIVE\",\"outcome\":\"EQUAL\",\"words\":\"\",\"findings\":[]}";

        assertThat(reconciliation().run()).isTrue();

        assertThat(said.toString().strip()).isEqualTo("zerodha (LIVE): EQUAL");
    }

    @Test
    void aBrokerThatCannotBeReadIsNoAgreement() {
        report = "{\"reality\":\"LIVE\",\"outcome\":\"UNREADABLE\",\"words\":\"nobody is logged in\",\"findings\":[]}";

        assertThat(reconciliation().run()).isFalse();

        assertThat(said.toString().strip()).isEqualTo("zerodha (LIVE): UNREADABLE, nobody is logged in");
    }
}
