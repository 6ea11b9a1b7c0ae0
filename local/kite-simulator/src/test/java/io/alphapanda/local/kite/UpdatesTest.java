package io.alphapanda.local.kite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.alphapanda.local.kite.exchange.OrderTicket;
import io.alphapanda.local.kite.exchange.Product;
import io.alphapanda.local.kite.exchange.Side;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Order updates on both ways when nothing goes wrong.
class UpdatesTest {
    private final PostbackInbox inbox = new PostbackInbox();
    private final Broker broker = Broker.start(Broker.account().withPostbackUrl(inbox.url()), options -> options);

    @AfterEach
    void close() {
        broker.close();
        inbox.close();
    }

    @Test
    void a_partial_fill_is_an_update_and_the_rest_completes() throws NoSuchAlgorithmException {
        TickerProbe probe = TickerProbe.connect(broker);
        broker.tick("1500", 4);
        broker.place(10, "1500", "t1");
        broker.settle();
        broker.tick("1500", 100);

        Await.until("both postbacks", () -> inbox.received().size() == 2);
        assertThat(inbox.statuses()).containsExactly("UPDATE 4", "COMPLETE 10");
        JsonNode postback = inbox.received().getLast();
        String signed = postback.path("order_id").asText()
                + postback.path("order_timestamp").asText()
                + Broker.API_SECRET;
        assertThat(postback.path("checksum").asText())
                .isEqualTo(HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256").digest(signed.getBytes(StandardCharsets.UTF_8))));
        Await.until("both frames", () -> probe.texts("order").size() == 2);
        assertThat(probe.texts("order").getFirst().path("status").asText()).isEqualTo("UPDATE");
        assertThat(probe.texts("order").getFirst().path("checksum").asText()).isEmpty();
    }

    @Test
    void an_order_by_hand_is_on_the_ticker_but_no_postback() {
        TickerProbe probe = TickerProbe.connect(broker);
        broker.tick("1500", 100);
        broker.simulator().placeByHand(Broker.USER, OrderTicket.limit(Broker.INFY, Side.BUY, 1, Product.CNC, "1500"));
        broker.place(1, "1500", "t");
        broker.settle();
        Await.until("both on the ticker", () -> probe.texts("order").size() == 2);
        Await.until("one postback", () -> !inbox.received().isEmpty());
        assertThat(inbox.received()).hasSize(1);
        assertThat(inbox.received().getFirst().path("tag").asText()).isEqualTo("t");
    }

    @Test
    void nothing_is_told_of_a_placement() {
        TickerProbe probe = TickerProbe.connect(broker);
        broker.place(10, "1500", "t1");
        broker.settle();
        probe.ping();
        Await.until("a round trip", () -> probe.pongs() == 1);
        assertThat(probe.texts("order")).isEmpty();
        assertThat(inbox.received()).isEmpty();
    }
}
