package io.alphapanda.local.kite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The API as a client without a library sees it.
class RestTest {
    private final Broker broker = Broker.start();

    @AfterEach
    void close() {
        broker.close();
    }

    @Test
    void every_answer_says_that_it_is_simulated() {
        assertThat(broker.client().get("/user/profile").data().path("user_name").asText())
                .isEqualTo("SIMULATED");
        assertThat(broker.client().get("/nowhere").header("X-Kite-Simulated")).isEqualTo("true");
        assertThat(broker.client().get("/nowhere").status()).isEqualTo(404);
        assertThat(broker.client().get("/user/profile").header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void an_order_is_placed_modified_and_cancelled() {
        String order = broker.place(10, "1500.0", "t1");
        broker.settle();
        assertThat(broker.client()
                        .put("/orders/regular/" + order, "order_type=LIMIT&price=1490&quantity=12")
                        .data()
                        .path("order_id")
                        .asText())
                .isEqualTo(order);
        broker.settle();
        assertThat(broker.row(order).path("price").decimalValue()).isEqualByComparingTo("1490");
        assertThat(broker.row(order).path("quantity").asLong()).isEqualTo(12);
        broker.client().delete("/orders/regular/" + order).data();
        broker.settle();
        assertThat(broker.row(order).path("status").asText()).isEqualTo("CANCELLED");
        assertThat(broker.client().get("/orders/" + order).data()).hasSize(10);
    }

    @Test
    void a_fill_shows_in_trades_positions_and_margins() {
        broker.tick("1500", 100);
        String order = broker.place(10, "1500", "t1");
        broker.settle();
        JsonNode trade =
                broker.client().get("/orders/" + order + "/trades").data().path(0);
        assertThat(trade.path("order_timestamp").asText()).isEqualTo("10:00:00");
        assertThat(trade.path("fill_timestamp").asText()).isEqualTo("2026-11-26 10:00:00");
        assertThat(broker.client().get("/trades").data()).hasSize(1);
        JsonNode positions = broker.client().get("/portfolio/positions").data();
        assertThat(positions.path("net").path(0).path("quantity").asLong()).isEqualTo(10);
        assertThat(positions.path("day").path(0).path("buy_value").decimalValue())
                .isEqualByComparingTo("15000");
        assertThat(broker.client()
                        .get("/user/margins/equity")
                        .data()
                        .path("net")
                        .decimalValue())
                .isEqualByComparingTo("9985000");
        assertThat(broker.client()
                        .get("/user/margins")
                        .data()
                        .path("commodity")
                        .path("enabled")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void missing_and_malformed_fields_are_named() {
        RawClient client = broker.client();
        assertThat(client.post("/orders/regular", "exchange=NSE").message())
                .isEqualTo("Missing or empty field `tradingsymbol`.");
        RawClient.Answer wrong = client.post("/orders/regular", broker.form(1, "abc", "t"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.errorType()).isEqualTo("InputException");
        assertThat(client.post("/orders/co", broker.form(1, "1500", "t")).message())
                .contains("`variety`");
        assertThat(client.json("/orders/regular", "{}").message()).contains("Content-Type");
        assertThat(client.get("/orders/12345").errorType()).isEqualTo("OrderException");
    }

    @Test
    void a_quote_leaves_out_what_is_not_listed() {
        broker.tick("1573.15", 7);
        JsonNode quotes = broker.client().get("/quote?i=NSE%3AINFY&i=NSE:NONE").data();
        assertThat(quotes.has("NSE:NONE")).isFalse();
        JsonNode quote = quotes.path("NSE:INFY");
        assertThat(quote.path("last_price").decimalValue()).isEqualTo(new BigDecimal("1573.15"));
        assertThat(quote.path("upper_circuit_limit").decimalValue()).isEqualByComparingTo("1881.35");
        assertThat(quote.path("depth").path("buy")).hasSize(5);
        assertThat(broker.client()
                        .get("/quote/ltp?i=NSE:SBIN")
                        .data()
                        .path("NSE:SBIN")
                        .path("last_price")
                        .asInt())
                .isEqualTo(800);
        assertThat(broker.client()
                        .get("/quote/ohlc?i=NSE:INFY")
                        .data()
                        .path("NSE:INFY")
                        .path("ohlc")
                        .path("close")
                        .decimalValue())
                .isEqualByComparingTo("1567.8");
        assertThat(broker.client().get("/quote").status()).isEqualTo(400);
    }

    @Test
    void instruments_come_as_compressed_csv_to_anybody() throws IOException {
        RawClient stranger = new RawClient(broker.simulator().restUrl(), "none", "none");
        RawClient.Answer answer = stranger.get("/instruments");
        assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(answer.header("Content-Type")).contains("csv");
        String csv = new String(
                new GZIPInputStream(new ByteArrayInputStream(answer.response().body())).readAllBytes(),
                StandardCharsets.UTF_8);
        assertThat(csv.lines()).hasSize(4).contains("408065,1594,INFY,INFY,0.0,,0.0,0.05,1,EQ,NSE,NSE");
        assertThat(stranger.get("/instruments/BSE").status()).isEqualTo(200);
    }

    @Test
    void charges_and_margins_answer_by_position() {
        String order =
                "{\"order_id\":\"x\",\"exchange\":\"NSE\",\"tradingsymbol\":\"INFY\",\"transaction_type\":\"BUY\",\"variety\":\"regular\","
                        + "\"product\":\"CNC\",\"order_type\":\"MARKET\",\"quantity\":1,\"average_price\":1498,\"price\":1498}";
        JsonNode note = broker.client()
                .json("/charges/orders", "[" + order + "," + order + "]")
                .data();
        assertThat(note).hasSize(2);
        assertThat(note.path(0).path("charges").path("transaction_tax").decimalValue())
                .isEqualByComparingTo("1.498");
        assertThat(broker.client()
                        .json("/margins/orders", "[" + order + "]")
                        .data()
                        .path(0)
                        .path("total")
                        .asInt())
                .isEqualTo(1498);
    }

    @Test
    void accounts_see_nothing_of_each_other() {
        broker.place(10, "1500", "mine");
        RawClient other = new RawClient(
                broker.simulator().restUrl(), "key-2", broker.simulator().accessToken(Broker.OTHER));
        assertThat(other.get("/orders").data()).isEmpty();
        assertThat(broker.client().get("/orders").data()).hasSize(1);
    }

    @Test
    void insufficient_margin_is_a_margin_exception() {
        RawClient.Answer answer =
                broker.client().post("/orders/regular", broker.form(100_000, "1500", "t") + "&autoslice=false");
        assertThat(answer.message()).contains("freeze quantity");
        for (int i = 0; i < 6; i++) {
            broker.place(1000, "1500", "t" + i);
        }
        RawClient.Answer poor = broker.client().post("/orders/regular", broker.form(1000, "1500", "t"));
        assertThat(poor.errorType()).isEqualTo("MarginException");
        assertThat(poor.status()).isEqualTo(400);
    }

    @Test
    void a_holding_without_consent_is_428() {
        try (Broker careful = Broker.start(
                Broker.account().withHolding("NSE:INFY", 5, "1000").withoutDepositoryConsent(), options -> options)) {
            String sale = careful.form(5, "1600", "t").replace("BUY", "SELL");
            assertThat(careful.client().post("/orders/regular", sale).status()).isEqualTo(428);
            careful.client().post("/portfolio/holdings/authorise", "a=b").data();
            careful.client().post("/orders/regular", sale).data();
            assertThat(careful.client()
                            .get("/portfolio/holdings")
                            .data()
                            .path(0)
                            .path("quantity")
                            .asInt())
                    .isEqualTo(5);
        }
    }
}
