package io.alphapanda.local.kite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The simulator driven from another process.
class AdminTest {
    private final Broker broker = Broker.start();
    private final RawClient admin = new RawClient(broker.simulator().restUrl(), "nobody", "nothing");

    @AfterEach
    void close() {
        broker.close();
    }

    @Test
    void a_fault_is_armed_listed_and_taken_back() {
        admin.json(
                        "/simulator/faults",
                        "{\"fault\":\"accept-then-answer\",\"status\":504,\"next\":1,\"user_id\":\"AB1234\"}")
                .data();
        assertThat(broker.client()
                        .post("/orders/regular", broker.form(1, "1500", "t"))
                        .status())
                .isEqualTo(504);

        admin.json(
                        "/simulator/faults",
                        "{\"fault\":\"timed-out-but-placed\",\"later\":\"PT8S\",\"probability\":1.0,\"seed\":3}")
                .data();
        admin.json(
                        "/simulator/faults",
                        "{\"fault\":\"answer-before\",\"status\":500,\"type\":\"GENERAL\",\"message\":\"no\","
                                + "\"endpoints\":[\"orders\"],\"next\":5}")
                .data();
        assertThat(admin.get("/simulator/faults").data()).hasSize(2);
        assertThat(broker.client().get("/orders").status()).isEqualTo(500);
        admin.delete("/simulator/faults").data();
        assertThat(broker.client().get("/orders").status()).isEqualTo(200);
    }

    @Test
    void a_fault_nobody_knows_or_with_impossible_numbers_is_refused() {
        assertThat(admin.json("/simulator/faults", "{\"fault\":\"flood\"}").status())
                .isEqualTo(400);
        RawClient.Answer wrong = admin.json("/simulator/faults", "{\"fault\":\"accept-then-answer\",\"status\":200}");
        assertThat(wrong.message()).contains("400 to 599");
        assertThat(admin.json("/simulator/faults", "{\"fault\":\"mute-ticker\",\"endpoints\":[\"moon\"]}")
                        .message())
                .contains("moon");
    }

    @Test
    void ticks_orders_by_hand_and_the_truth() {
        admin.json("/simulator/ticks", "[{\"instrument\":\"NSE:INFY\",\"price\":1500.5,\"quantity\":100}]")
                .data();
        admin.post("/simulator/orders", "user_id=AB1234&" + broker.form(5, "1501", "hand"))
                .data();
        admin.post("/simulator/time", "by=PT1S").data();
        JsonNode order = admin.get("/simulator/truth").data().path(0);
        assertThat(order.path("tag").asText()).isEqualTo("hand");
        assertThat(order.path("origin").asText()).isEqualTo("BY_HAND");
        assertThat(order.path("trades").path(0).path("price").decimalValue()).isEqualByComparingTo("1500.5");
        assertThat(admin.get("/simulator").data().path("simulated").asBoolean()).isTrue();
    }

    @Test
    void sessions_and_tickers() {
        String token = admin.post("/simulator/session", "user_id=AB1234")
                .data()
                .path("access_token")
                .asText();
        RawClient client = new RawClient(broker.simulator().restUrl(), Broker.API_KEY, token);
        assertThat(client.get("/user/profile").status()).isEqualTo(200);
        TickerProbe probe = TickerProbe.connect(broker, token);
        admin.post("/simulator/messages", "user_id=AB1234&text=hello").data();
        Await.until("the message", () -> probe.texts("message").size() == 2);
        admin.delete("/simulator/tickers?user_id=AB1234").data();
        Await.until("the end", probe::closed);
        admin.delete("/simulator/session?user_id=AB1234").data();
        assertThat(client.get("/user/profile").status()).isEqualTo(403);
        assertThat(admin.post("/simulator/session", "user_id=nobody").status()).isEqualTo(400);
    }
}
