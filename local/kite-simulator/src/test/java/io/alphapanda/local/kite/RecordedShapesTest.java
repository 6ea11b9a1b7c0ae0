package io.alphapanda.local.kite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Our answers have the keys of the recorded ones, no more and no fewer.
class RecordedShapesTest {
    /// Only some of the recorded rows have them.
    private static final Set<String> COME_AND_GO =
            Set.of("account_id", "terminal_id", "tags", "validity_ttl", "auction_number", "iceberg");

    private final Broker broker = Broker.start();
    private final Path recorded = Path.of(System.getProperty("panda.root", "."), "../shared/data/kite-mocks")
            .normalize();

    @BeforeEach
    void needsTheRecordings() {
        assumeTrue(Files.isDirectory(recorded), "needs the recorded responses in ../shared/data/kite-mocks");
        broker.tick("1500", 100);
        broker.place(10, "1500", "t");
        broker.settle();
    }

    @AfterEach
    void close() {
        broker.close();
    }

    @Test
    void profile_session_and_margins() {
        same("profile.json", broker.client().get("/user/profile").json());
        same("margins.json", broker.client().get("/user/margins").json());
        same("margins_equity.json", broker.client().get("/user/margins/equity").json());
        same(
                "margin_commodity.json",
                broker.client().get("/user/margins/commodity").json());
    }

    @Test
    void orders_and_trades() {
        String order = broker.place(1, "1400", "u");
        broker.settle();
        same("orders.json", broker.client().get("/orders").json());
        same("trades.json", broker.client().get("/trades").json());
        same(
                "order_response.json",
                broker.client()
                        .post("/orders/regular", broker.form(1, "1400", "v"))
                        .json());
        same(
                "order_modify.json",
                broker.client().put("/orders/regular/" + order, "price=1401").json());
        broker.settle();
        same(
                "order_cancel.json",
                broker.client().delete("/orders/regular/" + order).json());
    }

    @Test
    void positions_and_quotes() {
        same("positions.json", broker.client().get("/portfolio/positions").json());
        same("quote.json", broker.client().get("/quote?i=NSE:INFY").json());
        same("ohlc.json", broker.client().get("/quote/ohlc?i=NSE:INFY").json());
        same("ltp.json", broker.client().get("/quote/ltp?i=NSE:INFY").json());
        same(
                "convert_position.json",
                broker.client()
                        .put(
                                "/portfolio/positions",
                                "exchange=NSE&tradingsymbol=INFY&transaction_type=BUY&position_type=day&quantity=1"
                                        + "&old_product=CNC&new_product=MIS")
                        .json());
    }

    @Test
    void charges_and_margins_of_orders() {
        String order =
                "[{\"exchange\":\"NSE\",\"tradingsymbol\":\"INFY\",\"transaction_type\":\"BUY\",\"variety\":\"regular\","
                        + "\"product\":\"CNC\",\"order_type\":\"LIMIT\",\"quantity\":1,\"average_price\":1500,\"price\":1500}]";
        same(
                "virtual_contract_note.json",
                broker.client().json("/charges/orders", order).json());
        same(
                "order_margins.json",
                broker.client().json("/margins/orders", order).json());
    }

    @Test
    void a_postback() {
        try (PostbackInbox inbox = new PostbackInbox();
                Broker told = Broker.start(Broker.account().withPostbackUrl(inbox.url()), options -> options)) {
            told.tick("1500", 100);
            told.place(1, "1500", "t");
            told.settle();
            Await.until("a postback", () -> !inbox.received().isEmpty());
            same("postback.json", inbox.received().getFirst());
        }
    }

    @Test
    void the_header_of_the_instruments() throws IOException {
        byte[] body = broker.client().get("/instruments/NSE").response().body();
        String csv =
                new String(new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes(), StandardCharsets.UTF_8);
        try (var lines = Files.lines(recorded.resolve("instruments_nse.csv"))) {
            assertThat(csv.lines().findFirst()).isEqualTo(lines.findFirst());
        }
    }

    @Test
    void a_quote_packet_of_the_ticker() throws IOException {
        byte[] packet = Base64.getDecoder()
                .decode(Files.readString(recorded.resolve("ticker_quote.packet"))
                        .strip());
        TickerProbe probe = TickerProbe.connect(broker);
        probe.send("{\"a\":\"subscribe\",\"v\":[408065]}");
        Await.until("a frame", () -> !probe.frames().isEmpty());
        ByteBuffer ours = probe.lastPackets().getFirst();
        assertThat(ours.capacity()).isEqualTo(packet.length);
        assertThat(ours.getInt(0)).isEqualTo(ByteBuffer.wrap(packet).getInt(0));
        assertThat(ours.getInt(40))
                .as("close")
                .isEqualTo(ByteBuffer.wrap(packet).getInt(40));
    }

    private void same(String file, JsonNode ours) {
        assertThat(keys(ours)).as(file).isEqualTo(keys(read(file)));
    }

    private JsonNode read(String file) {
        try {
            return new ObjectMapper().readTree(recorded.resolve(file).toFile());
        } catch (IOException e) {
            throw new AssertionError(file, e);
        }
    }

    private static Set<String> keys(JsonNode json) {
        Set<String> keys = new TreeSet<>();
        collect(json, new ArrayList<>(), keys);
        return keys;
    }

    /// Paths of all keys, `data.order_id`; the elements of an array together.
    private static void collect(JsonNode json, List<String> path, Set<String> keys) {
        if (json.isArray()) {
            json.forEach(element -> collect(element, path, keys));
            return;
        }
        json.properties().forEach(field -> {
            String name = field.getKey();
            if (!COME_AND_GO.contains(name)) {
                List<String> inner = new ArrayList<>(path);
                inner.add(name);
                keys.add(String.join(".", inner));
                collect(field.getValue(), inner, keys);
            }
        });
    }
}
