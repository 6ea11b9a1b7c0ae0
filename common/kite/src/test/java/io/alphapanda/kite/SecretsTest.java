package io.alphapanda.kite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.kite.KiteAccount.Bounds;
import io.alphapanda.kite.SilentServer.Manner;
import io.alphapanda.kite.json.KiteJson;
import io.alphapanda.kite.market.Listing;
import io.alphapanda.kite.order.BrokerOrderId;
import io.alphapanda.kite.order.NewOrder;
import io.alphapanda.kite.order.OrderTag;
import io.alphapanda.kite.order.Product;
import io.alphapanda.kite.order.Terms;
import io.alphapanda.kite.order.Variety;
import io.alphapanda.kite.session.Checksum;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Nothing secret is ever shown: not in a text form, an exception or a log, with everything logged that can be.
@QuarkusTest
class SecretsTest {

    private static final Secret API_SECRET = Secret.of("apisecretk1");
    private static final Secret REQUEST_TOKEN = Secret.of("requesttokenk2");
    private static final Secret ACCESS_TOKEN = Secret.of("accesstokenk3");
    private static final String ENCTOKEN = "enctokenk4";
    private static final Secret CHECKSUM = Checksum.ofLogin("k3y", REQUEST_TOKEN, API_SECRET);

    private static final List<String> FORBIDDEN = List.of(
            "secretk1", "tokenk2", "tokenk3", "tokenk4", CHECKSUM.reveal().substring(0, 16));

    private static final Bounds IMPATIENT = new Bounds(
            Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofSeconds(1), 4, 4, Duration.ofSeconds(10));

    private static final List<String> LISTENED_TO =
            List.of("io.alphapanda", "org.jboss.resteasy", "io.quarkus.rest", "io.vertx", "io.netty.handler");

    private final List<String> shown = new CopyOnWriteArrayList<>();
    private final Handler ears = new Handler() {
        @Override
        public void publish(LogRecord line) {
            shown.add(line.getLoggerName() + " " + line.getMessage() + " " + List.of(parameters(line)));
            if (line.getThrown() != null) {
                show(line.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private static Object[] parameters(LogRecord line) {
        return line.getParameters() == null
                ? new Object[0]
                : Arrays.stream(line.getParameters()).map(String::valueOf).toArray();
    }

    @BeforeEach
    void listen() {
        ears.setLevel(Level.ALL);
        for (var name : LISTENED_TO) {
            Logger.getLogger(name).setLevel(Level.ALL);
            Logger.getLogger(name).addHandler(ears);
        }
    }

    @AfterEach
    void stop() {
        for (var name : LISTENED_TO) {
            Logger.getLogger(name).removeHandler(ears);
            Logger.getLogger(name).setLevel(null);
        }
    }

    @Test
    void nothingSecretIsShownWhateverKiteAnswers() throws IOException {
        try (var kite = new FakeKite();
                var client = client(kite.addresses())) {
            kite.answering("{\"user_id\":\"AB1234\",\"login_time\":\"2026-11-26 10:30:00\",\"access_token\":\""
                    + ACCESS_TOKEN.reveal() + "\",\"enctoken\":\"" + ENCTOKEN + "\"}");
            everything(client);
            kite.echoing(403, "{\"status\":\"error\",\"error_type\":\"TokenException\",\"message\":\"bad %s\"}");
            everything(client);
            kite.echoing(400, "{\"status\":\"error\",\"error_type\":\"%s\",\"message\":\"\"}");
            everything(client);
            kite.echoing(200, "%s");
            everything(client);
            kite.echoing(200, "{\"status\":\"success\",\"data\":\"%s\"}");
            everything(client);
            kite.answering("[{\"order_id\":\"1\",\"status\":\"SOMETHING NEW\",\"exchange\":\"NSE\","
                    + "\"tradingsymbol\":\"INFY\",\"transaction_type\":\"BUY\",\"quantity\":1,\"filled_quantity\":0,"
                    + "\"average_price\":0}]");
            everything(client);
        }
        for (var manner : List.of(Manner.HANGS_UP, Manner.SAYS_NOTHING)) {
            try (var server = new SilentServer(manner);
                    var client = client(FakeKite.addresses(server.port()))) {
                everything(client);
            }
        }

        // Something was heard, or this test proves nothing.
        assertThat(shown).hasSizeGreaterThan(100);
        assertThat(shown.stream().filter(each -> each.contains("unknown order status")))
                .hasSize(1);
        assertThat(shown).allSatisfy(each -> assertThat(each).doesNotContain(FORBIDDEN));
    }

    @Test
    void aSecretShowsItselfToNobody() {
        assertThat(API_SECRET)
                .hasToString("***")
                .isEqualTo(Secret.of("apisecretk1"))
                .isNotEqualTo(ACCESS_TOKEN);
        assertThat(API_SECRET.hashCode()).isEqualTo(ACCESS_TOKEN.hashCode());
        assertThatThrownBy(() -> KiteJson.write(API_SECRET))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("secretk");
        for (var wrong : List.of("", "  ", "two words secretk", "secretk\n", "sécret/k", "secretk".repeat(1000))) {
            assertThatThrownBy(() -> Secret.of(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("secretk");
        }
    }

    private void everything(KiteClient client) {
        var access = client.with(ACCESS_TOKEN);
        var order = NewOrder.regular(
                Listing.of("NSE:INFY"),
                Side.BUY,
                Quantity.of(10),
                Product.CNC,
                new Terms.Limit(Price.of("1500.05")),
                new OrderTag("APTEST1"));
        shown.add(client + " " + client.account() + " " + access + " " + access.tickerAddress() + " " + CHECKSUM);
        show(client.exchangeToken(REQUEST_TOKEN));
        show(access.logOut());
        show(access.profile());
        show(access.margins());
        show(access.orders().book());
        show(access.orders().place(order, Instant.MAX));
        show(access.orders().cancel(Variety.REGULAR, new BrokerOrderId("1"), Optional.empty()));
        show(access.portfolio().positions());
        show(access.market().instruments(_ -> true));
        show(access.costs().charges(List.of()));
    }

    private void show(Uni<?> call) {
        try {
            shown.add(String.valueOf(call.await().atMost(Duration.ofSeconds(20))));
        } catch (RuntimeException e) {
            show(e);
        }
    }

    private void show(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        shown.add(text.toString());
    }

    private static KiteClient client(KiteAccount.Addresses addresses) {
        return KiteClient.of(
                KiteAccount.zerodha("zerodha", "k3y", API_SECRET).at(addresses).within(IMPATIENT),
                InstantSource.system());
    }
}
