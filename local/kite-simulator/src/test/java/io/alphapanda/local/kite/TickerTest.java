package io.alphapanda.local.kite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.local.kite.exchange.SimulatedInstrument;
import io.alphapanda.local.kite.exchange.Tick;
import java.math.BigDecimal;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The ticker byte by byte.
class TickerTest {
    private final Broker broker = Broker.start();

    @AfterEach
    void close() {
        broker.close();
    }

    private static TickerProbe subscribed(Broker broker, String mode, String tokens) {
        TickerProbe probe = TickerProbe.connect(broker);
        probe.send("{\"a\":\"subscribe\",\"v\":[" + tokens + "]}");
        probe.send("{\"a\":\"mode\",\"v\":[\"" + mode + "\",[" + tokens + "]]}");
        Await.until("a snapshot for each command", () -> probe.frames().size() >= 2);
        return probe;
    }

    private ByteBuffer packetAfterTick(TickerProbe probe, Runnable tick) {
        int before = probe.frames().size();
        tick.run();
        Await.until("a frame", () -> probe.frames().size() > before);
        return probe.lastPackets().getFirst();
    }

    @Test
    void ltp_is_eight_bytes() {
        TickerProbe probe = subscribed(broker, "ltp", "408065");
        ByteBuffer packet = packetAfterTick(probe, () -> broker.tick("1573.15", 1));
        assertThat(packet.capacity()).isEqualTo(8);
        assertThat(packet.getInt(0)).isEqualTo(408_065);
        assertThat(packet.getInt(4)).isEqualTo(157_315);
    }

    @Test
    void quote_is_forty_four_bytes() {
        TickerProbe probe = subscribed(broker, "quote", "408065");
        packetAfterTick(probe, () -> broker.tick("1570.00", 3));
        ByteBuffer packet = packetAfterTick(probe, () -> broker.tick("1573.15", 1));
        assertThat(packet.capacity()).isEqualTo(44);
        assertThat(ints(packet, 4, 8, 16, 28, 32, 36, 40))
                .containsExactly(157_315, 1, 4, 157_000, 157_315, 157_000, 156_780);
    }

    @Test
    void full_is_a_hundred_and_eighty_four_bytes() {
        TickerProbe probe = subscribed(broker, "full", "408065");
        ByteBuffer packet = packetAfterTick(probe, () -> broker.tick("1573.15", 1));
        assertThat(packet.capacity()).isEqualTo(184);
        int now = (int) broker.time().now().getEpochSecond();
        assertThat(ints(packet, 44, 60)).containsExactly(now, now);
        assertThat(ints(packet, 68, 128)).containsExactly(157_310, 157_320);
        assertThat(packet.getShort(72)).isEqualTo((short) 1);
    }

    @Test
    void an_index_has_its_own_layout() {
        TickerProbe probe = subscribed(broker, "full", "256265");
        packetAfterTick(probe, () -> index("24100"));
        ByteBuffer packet = packetAfterTick(probe, () -> index("24050"));
        assertThat(packet.capacity()).isEqualTo(32);
        assertThat(ints(packet, 4, 8, 12, 16, 20, 24))
                .containsExactly(2_405_000, 2_410_000, 2_405_000, 2_410_000, 2_400_000, 5_000);
    }

    @Test
    void one_frame_carries_all_instruments_that_moved() {
        TickerProbe probe = subscribed(broker, "ltp", "408065,779521");
        int before = probe.frames().size();
        broker.simulator()
                .onTicks(List.of(
                        new Tick(
                                "NSE:INFY",
                                new BigDecimal("1570"),
                                1,
                                broker.time().now()),
                        new Tick(
                                "NSE:SBIN",
                                new BigDecimal("801"),
                                1,
                                broker.time().now())));
        Await.until("one frame", () -> probe.frames().size() == before + 1);
        assertThat(probe.lastPackets()).extracting(packet -> packet.getInt(0)).containsExactly(408_065, 779_521);
    }

    @Test
    void currencies_are_divided_otherwise() {
        SimulatedInstrument dollar = SimulatedInstrument.derivative(
                "CDS", "USDINR", 412_675, "FUT", java.time.LocalDate.of(2026, 12, 29), "0", 1);
        SimulatorOptions options = SimulatorOptions.of(List.of(dollar), Broker.account());
        try (Broker currency = Broker.start(
                Broker.account(),
                more -> new SimulatorOptions(
                        0,
                        List.of(dollar),
                        more.accounts(),
                        more.terms(),
                        more.time(),
                        false,
                        false,
                        Duration.ZERO,
                        Duration.ofSeconds(2)))) {
            options.time().close();
            TickerProbe probe = TickerProbe.connect(currency);
            probe.send("{\"a\":\"subscribe\",\"v\":[412675]}");
            probe.ping();
            Await.until("the subscription has arrived", () -> probe.pongs() == 1);
            ByteBuffer packet = packetAfterTick(probe, () -> currency.simulator()
                    .onTick(
                            "CDS:USDINR",
                            new BigDecimal("72.75"),
                            1,
                            currency.time().now()));
            assertThat(packet.getInt(4)).isEqualTo(727_500_000);
        }
    }

    @Test
    void what_is_unsubscribed_is_silent() {
        TickerProbe probe = subscribed(broker, "ltp", "408065");
        probe.send("{\"a\":\"unsubscribe\",\"v\":[408065]}");
        probe.ping();
        Await.until("it has arrived", () -> probe.pongs() == 1);
        int before = probe.frames().size();
        broker.tick("1580", 1);
        probe.ping();
        Await.until("a round trip later", () -> probe.pongs() == 2);
        assertThat(probe.frames()).hasSize(before);
    }

    @Test
    void heartbeats_come_when_nothing_else_does() {
        TickerProbe probe = TickerProbe.connect(broker);
        broker.time().advance(Duration.ofSeconds(4));
        Await.until("two heartbeats", () -> probe.heartbeats() == 2);
        assertThat(probe.texts("message").getFirst().asText()).contains("SIMULATED");
    }

    @Test
    void a_dead_token_is_refused_at_the_upgrade() {
        assertThatThrownBy(() -> TickerProbe.connect(broker, "dead"))
                .hasCauseInstanceOf(WebSocketHandshakeException.class)
                .cause()
                .satisfies(e -> assertThat(
                                ((WebSocketHandshakeException) e).getResponse().statusCode())
                        .isEqualTo(403));
    }

    @Test
    void the_fourth_connection_is_refused_and_comes_in_once_another_has_gone() {
        List<TickerProbe> probes = new ArrayList<>();
        IntStream.range(0, 3).forEach(_ -> probes.add(TickerProbe.connect(broker)));
        assertThatThrownBy(() -> TickerProbe.connect(broker)).hasCauseInstanceOf(WebSocketHandshakeException.class);
        probes.getFirst().close();
        Await.until("gone", () -> broker.simulator().tickerConnections(Broker.USER) == 2);
        TickerProbe.connect(broker);
    }

    @Test
    void instruments_beyond_three_thousand_are_an_error_and_the_connection_lives() {
        TickerProbe probe = TickerProbe.connect(broker);
        String tokens = IntStream.range(0, 3001).mapToObj(Integer::toString).collect(Collectors.joining(","));
        probe.send("{\"a\":\"subscribe\",\"v\":[" + tokens + "]}");
        Await.until("an error", () -> probe.texts("error").size() == 1);
        assertThat(probe.texts("error").getFirst().asText()).contains("1 of them");
        probe.send("nonsense");
        Await.until("another error", () -> probe.texts("error").size() == 2);
        assertThat(probe.closed()).isFalse();
    }

    private void index(String price) {
        broker.simulator()
                .onTick("NSE:NIFTY 50", new BigDecimal(price), 1, broker.time().now());
    }

    private static List<Integer> ints(ByteBuffer packet, int... offsets) {
        return IntStream.of(offsets).mapToObj(packet::getInt).toList();
    }
}
