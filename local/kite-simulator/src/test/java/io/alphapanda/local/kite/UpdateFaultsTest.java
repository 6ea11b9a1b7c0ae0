package io.alphapanda.local.kite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.local.kite.fault.Endpoint;
import io.alphapanda.local.kite.fault.Fault;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Each switch that strikes on what the broker pushes.
class UpdateFaultsTest {
    private final PostbackInbox inbox = new PostbackInbox();
    private final Broker broker = Broker.start(Broker.account().withPostbackUrl(inbox.url()), options -> options);

    @AfterEach
    void close() {
        broker.close();
        inbox.close();
    }

    /// Fills 4, then the other 6: UPDATE 4, COMPLETE 10.
    private void trade() {
        broker.tick("1500", 4);
        broker.place(10, "1500", "t");
        broker.settle();
        broker.tick("1500", 100);
    }

    private List<String> told(TickerProbe probe) {
        return probe.texts("order").stream()
                .map(update -> update.path("status").asText() + " "
                        + update.path("filled_quantity").asText())
                .toList();
    }

    /// Everything that was sent to the probe before is there afterwards.
    private static void roundTrip(TickerProbe probe) {
        int before = probe.pongs();
        probe.ping();
        Await.until("a round trip", () -> probe.pongs() > before);
    }

    @Test
    void an_update_that_never_comes() {
        TickerProbe probe = TickerProbe.connect(broker);
        broker.simulator()
                .faults()
                .arm(new Fault.DropUpdate())
                .at(Endpoint.TICKER_UPDATE)
                .next(1);
        broker.simulator()
                .faults()
                .arm(new Fault.DropUpdate())
                .at(Endpoint.POSTBACK)
                .next(1);
        trade();
        Await.until("the second postback", () -> inbox.received().size() == 1);
        Await.until("the second frame", () -> told(probe).size() == 1);
        assertThat(inbox.statuses()).containsExactly("COMPLETE 10");
        assertThat(told(probe)).containsExactly("COMPLETE 10");
    }

    @Test
    void an_update_that_comes_again() {
        TickerProbe probe = TickerProbe.connect(broker);
        broker.simulator().faults().arm(new Fault.RepeatUpdate(2)).always();
        trade();
        Await.until("six postbacks", () -> inbox.received().size() == 6);
        Await.until("six frames", () -> told(probe).size() == 6);
        assertThat(inbox.statuses().subList(0, 4)).containsExactly("UPDATE 4", "UPDATE 4", "UPDATE 4", "COMPLETE 10");
    }

    @Test
    void a_partial_fill_that_is_told_after_the_completion() {
        TickerProbe probe = TickerProbe.connect(broker);
        broker.simulator()
                .faults()
                .arm(new Fault.HoldUpdate())
                .at(Endpoint.TICKER_UPDATE)
                .next(1);
        broker.simulator()
                .faults()
                .arm(new Fault.HoldUpdate())
                .at(Endpoint.POSTBACK)
                .next(1);
        trade();
        Await.until("both postbacks", () -> inbox.received().size() == 2);
        Await.until("both frames", () -> told(probe).size() == 2);
        assertThat(inbox.statuses()).containsExactly("COMPLETE 10", "UPDATE 4");
        assertThat(told(probe)).containsExactly("COMPLETE 10", "UPDATE 4");
    }

    @Test
    void an_update_that_comes_late() {
        broker.simulator()
                .faults()
                .arm(new Fault.DelayUpdate(Duration.ofSeconds(30)))
                .at(Endpoint.POSTBACK)
                .next(1);
        trade();
        Await.until("the second one", () -> inbox.received().size() == 1);
        broker.time().advance(Duration.ofSeconds(30));
        Await.until("the first one", () -> inbox.received().size() == 2);
        assertThat(inbox.statuses()).containsExactly("COMPLETE 10", "UPDATE 4");
    }

    @Test
    void a_ticker_that_refuses() {
        broker.simulator().faults().arm(new Fault.RefuseTicker()).next(1);
        assertThatThrownBy(() -> TickerProbe.connect(broker)).hasCauseInstanceOf(WebSocketHandshakeException.class);
        TickerProbe.connect(broker);
    }

    @Test
    void a_ticker_that_is_mute() {
        broker.simulator().faults().arm(new Fault.MuteTicker()).next(1);
        TickerProbe probe = TickerProbe.connect(broker);
        probe.send("{\"a\":\"subscribe\",\"v\":[408065]}");
        roundTrip(probe);
        trade();
        broker.time().advance(Duration.ofSeconds(10));
        roundTrip(probe);
        assertThat(probe.everything()).isZero();
    }

    @Test
    void a_ticker_that_only_beats() {
        broker.simulator().faults().arm(new Fault.HeartbeatsOnly()).next(1);
        TickerProbe probe = TickerProbe.connect(broker);
        probe.send("{\"a\":\"subscribe\",\"v\":[408065]}");
        roundTrip(probe);
        trade();
        broker.time().advance(Duration.ofSeconds(4));
        Await.until("two heartbeats", () -> probe.heartbeats() == 2);
        assertThat(probe.everything()).isEqualTo(2);
    }

    @Test
    void a_packet_of_a_length_that_means_nothing() {
        TickerProbe probe = TickerProbe.connect(broker);
        probe.send("{\"a\":\"subscribe\",\"v\":[408065]}");
        Await.until("a snapshot", () -> !probe.frames().isEmpty());
        broker.simulator().faults().arm(new Fault.UnknownPacket(17)).next(1);
        int before = probe.frames().size();
        broker.tick("1500", 1);
        Await.until("a frame", () -> probe.frames().size() > before);
        assertThat(probe.lastPackets()).extracting(java.nio.Buffer::capacity).containsExactly(17, 44);
    }

    @Test
    void messages_and_errors_in_words_and_an_end_without_a_word() {
        TickerProbe probe = TickerProbe.connect(broker);
        broker.simulator().sendMessage(Broker.USER, "message", "maintenance at 18:00");
        broker.simulator().sendMessage(Broker.USER, "surprise", "nobody knows this type");
        Await.until("all are here", () -> probe.texts("surprise").size() == 1);
        assertThat(probe.texts("message").getLast().asText()).isEqualTo("maintenance at 18:00");
        broker.simulator().dropTickers(Broker.USER);
        Await.until("closed", probe::closed);
    }
}
