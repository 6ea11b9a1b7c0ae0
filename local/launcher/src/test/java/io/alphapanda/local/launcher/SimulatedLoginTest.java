package io.alphapanda.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.alphapanda.domain.order.Reality;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The way from the engine over the simulated broker and back, with an engine that only knows the way.
class SimulatedLoginTest {

    private static final Account ZERODHA = new Account("zerodha", "zerodha", Reality.SIMULATED);

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private int status = 200;
    private HttpServer engine;
    private SimulatedBroker broker;

    @BeforeEach
    void start() throws IOException {
        engine = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        broker = SimulatedBroker.start(List.of(ZERODHA), _ -> address());
        engine.createContext("/brokers/zerodha/login", exchange -> {
            var there = broker.environment(List.of("zerodha"));
            exchange.getResponseHeaders()
                    .add(
                            "Location",
                            there.get("PANDA_BROKERS_ZERODHA_CONNECTION_LOGIN") + "?v=3&api_key="
                                    + there.get("PANDA_BROKERS_ZERODHA_CONNECTION_API_KEY"));
            answer(exchange, 302, "");
        });
        engine.createContext("/brokers/zerodha/session", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            answer(exchange, status, "what the engine says");
        });
        engine.start();
    }

    @AfterEach
    void end() {
        engine.stop(0);
        broker.close();
    }

    @Test
    void endsAtTheEngineWithARequestToken() {
        new SimulatedLogin().logIn("zerodha", address());

        assertThat(asked).singleElement().asString().matches("/brokers/zerodha/session\\?request_token=[0-9a-f]+&.*");
    }

    @Test
    void thatFailsSaysWhereAndKeepsTheTokenToItself() {
        status = 502;

        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> new SimulatedLogin().logIn("zerodha", address()))
                .withMessage("zerodha could not be logged in at its simulated broker: " + address()
                        + "/brokers/zerodha/login led to " + address()
                        + "/brokers/zerodha/session, status 502: what the engine says");
    }

    @Test
    void withoutAnEngineSaysSo() {
        var there = address();
        engine.stop(0);

        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> new SimulatedLogin().logIn("zerodha", there))
                .withMessageContaining(there + "/brokers/zerodha/login gave no answer");
    }

    private String address() {
        return "http://127.0.0.1:" + engine.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
