package io.alphapanda.kite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.kite.KiteAccount.Bounds;
import io.alphapanda.kite.SilentServer.Manner;
import io.alphapanda.kite.failure.KiteUnavailableException;
import io.alphapanda.kite.failure.WriteOutcome;
import io.alphapanda.kite.failure.WriteOutcome.Accepted;
import io.alphapanda.kite.failure.WriteOutcome.NotSent;
import io.alphapanda.kite.failure.WriteOutcome.Unknown;
import io.alphapanda.kite.market.Listing;
import io.alphapanda.kite.order.BrokerOrderId;
import io.alphapanda.kite.order.NewOrder;
import io.alphapanda.kite.order.OrderTag;
import io.alphapanda.kite.order.Placed;
import io.alphapanda.kite.order.Product;
import io.alphapanda.kite.order.Terms;
import io.alphapanda.kite.order.Variety;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What an order's fate is when the network fails: not sent, where that is certain, and otherwise unknown.
@QuarkusTest
class KiteFaultsTest {

    private static final Instant NOW = Instant.parse("2026-11-26T05:00:00Z");
    private static final BrokerOrderId ID = new BrokerOrderId("1");
    private static final NewOrder ORDER = NewOrder.regular(
            Listing.of("NSE:INFY"),
            Side.BUY,
            Quantity.of(10),
            Product.CNC,
            new Terms.Limit(Price.of("1500.05")),
            new OrderTag("APTEST1"));

    @Test
    void nobodyListensSoNothingIsSent() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (var client = client(port, bounds(2000, 4, 4), InstantSource.fixed(NOW))) {
            var orders = client.with(Secret.of("t")).orders();

            assertThat(get(orders.place(ORDER, NOW))).isEqualTo(new NotSent<>("no connection"));
            assertThat(get(orders.cancel(Variety.REGULAR, ID, Optional.empty())))
                    .isEqualTo(new NotSent<>("no connection"));
            assertThatThrownBy(() -> get(orders.book()))
                    .isInstanceOf(KiteUnavailableException.class)
                    .hasMessageEndingWith("no connection");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoeverTakesARequestAndDoesNotAnswerLeavesItUnknown(Manner manner) throws IOException {
        try (var server = new SilentServer(manner);
                var client = client(server.port(), bounds(500, 4, 4), InstantSource.fixed(NOW))) {
            var orders = client.with(Secret.of("t")).orders();

            assertThat(within(() -> orders.place(ORDER, NOW))).isInstanceOf(Unknown.class);
            assertThat(within(() -> orders.cancel(Variety.REGULAR, ID, Optional.empty())))
                    .isInstanceOf(Unknown.class);
            assertThatThrownBy(() -> within(orders::book)).isInstanceOf(KiteUnavailableException.class);

            assertThat(server.requests())
                    .containsExactly(
                            "POST /orders/regular HTTP/1.1",
                            "DELETE /orders/regular/1 HTTP/1.1",
                            "GET /orders HTTP/1.1");
        }
    }

    @Test
    void anOrderIsSentOnceHoweverOftenItIsSubscribedTo() {
        try (var kite = new FakeKite().answering("{\"order_id\":\"1\"}");
                var client = client(kite, InstantSource.fixed(NOW))) {
            var outcome = client.with(Secret.of("t")).orders().place(ORDER, NOW);
            assertThat(kite.requests()).isEmpty();

            var accepted = new Accepted<>(new Placed(Optional.of(ID), List.of()));
            assertThat(get(outcome)).isEqualTo(accepted);
            assertThat(get(outcome)).isEqualTo(accepted);
            assertThat(get(outcome.onFailure().retry().atMost(3))).isEqualTo(accepted);
            assertThat(kite.requests()).hasSize(1);
        }
    }

    @Test
    void anOrderThatIsLateDoesNotLeaveAndItsConnectionIsFreeAgain() {
        try (var kite = new FakeKite().answering("{\"order_id\":\"1\"}");
                var client = client(kite.addresses().api().getPort(), bounds(1000, 1, 4), InstantSource.fixed(NOW))) {
            var orders = client.with(Secret.of("t")).orders();

            for (int each = 0; each < 3; each++) {
                assertThat(get(orders.place(ORDER, NOW.minusMillis(1)))).isEqualTo(new NotSent<>("too late to send"));
            }
            assertThat(kite.requests()).isEmpty();
            assertThat(get(orders.place(ORDER, NOW))).isInstanceOf(Accepted.class);
        }
    }

    /// The clock is asked when the connection is there, not when the order is made.
    @Test
    void anOrderThatWaitedTooLongForAConnectionDoesNotLeave() throws IOException {
        var looks = new AtomicInteger();
        InstantSource clock = () -> NOW.plusSeconds(looks.getAndIncrement() * 10L);
        try (var server = new SilentServer(Manner.SAYS_NOTHING);
                var client = client(server.port(), bounds(700, 1, 4), clock)) {
            var orders = client.with(Secret.of("t")).orders();

            var first = orders.place(ORDER, NOW).subscribeAsCompletionStage();
            var second = orders.place(ORDER, NOW.plusSeconds(5)).subscribeAsCompletionStage();

            assertThat(first.join()).isInstanceOf(Unknown.class);
            assertThat(second.join()).isInstanceOf(NotSent.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void whatFindsNoConnectionInTimeWasNotSent() throws IOException {
        try (var server = new SilentServer(Manner.SAYS_NOTHING);
                var client = client(server.port(), bounds(500, 1, 2), InstantSource.fixed(NOW))) {
            var orders = client.with(Secret.of("t")).orders();

            var all = new ArrayList<CompletableFuture<WriteOutcome<Placed>>>();
            for (int each = 0; each < 8; each++) {
                all.add(orders.place(ORDER, NOW).subscribeAsCompletionStage());
            }
            var outcomes = all.stream().map(CompletableFuture::join).toList();

            long unknown = outcomes.stream().filter(Unknown.class::isInstance).count();
            long notSent = outcomes.stream().filter(NotSent.class::isInstance).count();
            assertThat(unknown).isEqualTo(server.requests().size()).isPositive();
            assertThat(notSent).isEqualTo(8 - unknown);
            assertThat(outcomes).contains(new NotSent<>("too many requests wait for a connection"));
        }
    }

    @Test
    void anAccountIsNotHeldUpByAnother() throws IOException {
        try (var server = new SilentServer(Manner.SAYS_NOTHING);
                var kite = new FakeKite().answering("[]");
                var hanging = client(server.port(), bounds(3000, 1, 4), InstantSource.fixed(NOW));
                var other = client(kite, InstantSource.fixed(NOW))) {
            var waiting =
                    hanging.with(Secret.of("t")).orders().place(ORDER, NOW).subscribeAsCompletionStage();

            assertThat(get(other.with(Secret.of("t")).orders().book())).isEmpty();
            assertThat(waiting).isNotDone();
            assertThat(waiting.join()).isInstanceOf(Unknown.class);
        }
    }

    private static <T> T within(Supplier<Uni<T>> call) {
        return assertTimeoutPreemptively(Duration.ofSeconds(10), () -> get(call.get()));
    }

    private static <T> T get(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }

    private static Bounds bounds(int answerWithinMillis, int connections, int waiting) {
        return new Bounds(
                Duration.ofSeconds(1),
                Duration.ofMillis(answerWithinMillis),
                Duration.ofSeconds(5),
                connections,
                waiting,
                Duration.ofSeconds(10));
    }

    private static KiteClient client(FakeKite kite, InstantSource clock) {
        return client(kite.addresses().api().getPort(), bounds(5000, 4, 4), clock);
    }

    private static KiteClient client(int port, Bounds bounds, InstantSource clock) {
        var account = KiteAccount.zerodha("zerodha", "k3y", Secret.of("s3cret"));
        return KiteClient.of(account.at(FakeKite.addresses(port)).within(bounds), clock);
    }
}
