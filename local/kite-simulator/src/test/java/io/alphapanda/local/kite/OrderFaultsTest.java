package io.alphapanda.local.kite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.alphapanda.local.kite.exchange.ErrorType;
import io.alphapanda.local.kite.exchange.OrderStatus;
import io.alphapanda.local.kite.exchange.Refusal;
import io.alphapanda.local.kite.fault.ArmedFault;
import io.alphapanda.local.kite.fault.Endpoint;
import io.alphapanda.local.kite.fault.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Each switch that strikes on a call, through raw HTTP: what the client sees, and what is true.
class OrderFaultsTest {
    private final Broker broker = Broker.start();

    @AfterEach
    void close() {
        broker.close();
    }

    private void next(Fault fault) {
        broker.simulator().faults().arm(fault).next(1);
    }

    private CompletableFuture<RawClient.Answer> send(String tag) {
        return broker.client().send("POST", "/orders/regular", broker.form(10, "1500", tag));
    }

    private RawClient.Answer place(String tag) {
        return broker.client().post("/orders/regular", broker.form(10, "1500", tag));
    }

    private int accepted(String tag) {
        broker.settle();
        return (int) broker.simulator().truth().byTag(tag).stream()
                .filter(order -> order.accepted())
                .count();
    }

    @Test
    void accepted_then_never_answered() {
        next(new Fault.AcceptThenHang());
        CompletableFuture<RawClient.Answer> answer = send("t");
        Await.until("accepted", () -> accepted("t") == 1);
        assertThat(answer).isNotDone();
        assertThat(broker.client().get("/orders").data()).hasSize(1);
    }

    @Test
    void never_answered_and_not_accepted() {
        next(new Fault.HangBefore());
        CompletableFuture<RawClient.Answer> answer = send("t");
        Await.until("struck", () -> broker.simulator().faults().armed().isEmpty());
        assertThat(answer).isNotDone();
        assertThat(accepted("t")).isZero();
    }

    @Test
    void accepted_then_503_or_504() {
        next(new Fault.AcceptThenAnswer(503));
        assertThat(place("a").status()).isEqualTo(503);
        next(new Fault.AcceptThenAnswer(504));
        RawClient.Answer answer = place("b");
        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.errorType()).isEqualTo("NetworkException");
        assertThat(List.of(accepted("a"), accepted("b"))).containsExactly(1, 1);
    }

    @Test
    void accepted_then_the_connection_ends() {
        next(new Fault.AcceptThenDrop());
        assertThatThrownBy(() -> send("t").join()).isInstanceOf(CompletionException.class);
        assertThat(accepted("t")).isEqualTo(1);
    }

    @Test
    void the_connection_ends_before_anything_is_accepted() {
        next(new Fault.DropBefore());
        assertThatThrownBy(() -> send("t").join()).isInstanceOf(CompletionException.class);
        assertThat(accepted("t")).isZero();
    }

    @Test
    void timed_out_with_400_and_placed_eight_seconds_later() {
        next(new Fault.TimedOutButPlaced(Duration.ofSeconds(8)));
        RawClient.Answer answer = place("t");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message())
                .isEqualTo("Order request timed out. Please check the order book and confirm before placing again.");
        assertThat(accepted("t")).isZero();
        broker.time().advance(Duration.ofSeconds(8));
        assertThat(accepted("t")).isEqualTo(1);
        assertThat(broker.client().get("/orders").data()).hasSize(1);
    }

    @Test
    void accepted_but_the_book_shows_it_later() {
        next(new Fault.AppearLate(Duration.ofSeconds(90)));
        String order = broker.place(10, "1500", "t");
        assertThat(accepted("t")).isEqualTo(1);
        assertThat(broker.client().get("/orders").data()).isEmpty();
        assertThat(broker.client().get("/orders/" + order).status()).isEqualTo(400);
        broker.time().advance(Duration.ofSeconds(90));
        assertThat(broker.row(order).path("status").asText()).isEqualTo("OPEN");
    }

    @Test
    void rejected_in_the_book() {
        next(new Fault.RejectInBook("RMS: blocked"));
        String order = broker.place(10, "1500", "t");
        broker.settle();
        JsonNode row = broker.row(order);
        assertThat(row.path("status").asText()).isEqualTo("REJECTED");
        assertThat(row.path("status_message").asText()).isEqualTo("RMS: blocked");
        assertThat(row.path("exchange_order_id").isNull()).isTrue();
    }

    @Test
    void refused_before_the_book() {
        next(new Fault.RefuseBeforeBook(ErrorType.MARGIN, "Insufficient funds."));
        RawClient.Answer answer = place("t");
        assertThat(answer.errorType()).isEqualTo("MarginException");
        assertThat(broker.client().get("/orders").data()).isEmpty();
    }

    @Test
    void a_refusal_of_the_rules_shows_as_a_row_instead() {
        next(new Fault.RefusalsAs(Refusal.Form.REJECTED_ROW));
        String order = broker.place(10, "1500.01", "t");
        broker.settle();
        assertThat(broker.row(order).path("status_message").asText()).contains("tick size");
    }

    @Test
    void filled_in_parts() {
        next(new Fault.FillAtMost(4));
        String order = broker.place(10, "1500", "t");
        broker.settle();
        List<String> seen = IntStream.range(0, 3)
                .mapToObj(_ -> {
                    broker.tick("1500", 100);
                    return broker.row(order).path("status").asText() + " "
                            + broker.row(order).path("filled_quantity").asInt();
                })
                .toList();
        assertThat(seen).containsExactly("OPEN 4", "OPEN 8", "COMPLETE 10");
        assertThat(broker.client().get("/orders/" + order + "/trades").data()).hasSize(3);
    }

    @Test
    void filled_beyond_what_was_asked_a_while_later() {
        next(new Fault.FillBeyond(3, Duration.ofSeconds(5)));
        String order = broker.place(10, "1500", "t");
        broker.settle();
        broker.tick("1500", 100);
        assertThat(broker.row(order).path("filled_quantity").asInt()).isEqualTo(10);

        broker.time().advance(Duration.ofSeconds(5));

        assertThat(broker.row(order).path("status").asText()).isEqualTo("COMPLETE");
        assertThat(broker.row(order).path("filled_quantity").asInt()).isEqualTo(13);
        assertThat(broker.row(order).path("pending_quantity").asInt()).isZero();
        assertThat(broker.client().get("/orders/" + order + "/trades").data())
                .extracting(trade -> trade.path("quantity").asInt())
                .containsExactly(10, 3);
    }

    @Test
    void filled_before_the_reply() {
        TickerProbe probe = TickerProbe.connect(broker);
        next(new Fault.FillBeforeReply());
        next(new Fault.SlowAnswer(Duration.ofSeconds(3)));
        CompletableFuture<RawClient.Answer> answer = send("t");
        Await.until("the update is here", () -> probe.texts("order").size() == 1);
        assertThat(probe.texts("order").getFirst().path("status").asText()).isEqualTo("COMPLETE");
        assertThat(answer).isNotDone();
        Await.until("answered", () -> {
            broker.time().advance(Duration.ofSeconds(3));
            return answer.isDone();
        });
        assertThat(answer.join().status()).isEqualTo(200);
    }

    @Test
    void a_cancellation_that_comes_too_late_is_answered_like_any_other() {
        String order = broker.place(10, "1500", "t");
        broker.settle();
        next(new Fault.FillBeforeCancel(10));
        assertThat(broker.client().delete("/orders/regular/" + order).status()).isEqualTo(200);
        broker.settle();
        assertThat(broker.row(order).path("status").asText()).isEqualTo("COMPLETE");
    }

    @Test
    void a_cancellation_that_meets_a_partial_fill() {
        String order = broker.place(10, "1500", "t");
        broker.settle();
        next(new Fault.FillBeforeCancel(3));
        broker.client().delete("/orders/regular/" + order).data();
        broker.settle();
        assertThat(broker.row(order).path("status").asText()).isEqualTo("CANCELLED");
        assertThat(broker.row(order).path("filled_quantity").asInt()).isEqualTo(3);
    }

    @Test
    void a_status_nobody_knows_until_the_order_is_over() {
        next(new Fault.ShowStatus("QUANTUM PENDING"));
        String order = broker.place(10, "1500", "t");
        broker.settle();
        assertThat(broker.row(order).path("status").asText()).isEqualTo("QUANTUM PENDING");
        broker.tick("1500", 100);
        assertThat(broker.row(order).path("status").asText()).isEqualTo("COMPLETE");
    }

    @Test
    void both_shapes_of_an_autosliced_order() {
        String form = broker.form(2500, "1500", "t") + "&autoslice=true";
        JsonNode children = broker.client().post("/orders/regular", form).data();
        assertThat(children.path("children")).hasSize(3);
        assertThat(children.path("order_id").asText()).isNotEmpty();

        next(new Fault.AutosliceAnswer(Fault.AutosliceAnswer.Shape.FLAT, 1));
        JsonNode flat = broker.client().post("/orders/regular", form).data();
        assertThat(flat.isArray()).isTrue();
        assertThat(flat).hasSize(3);
        assertThat(flat.path(2).path("error").path("error_type").asText()).isEqualTo("MarginException");
        assertThat(accepted("t")).isEqualTo(5);
    }

    @Test
    void too_many_requests() {
        next(new Fault.TooManyRequests());
        assertThat(place("t").status()).isEqualTo(429);
        assertThat(accepted("t")).isZero();
    }

    @Test
    void the_token_dies_now() {
        broker.simulator()
                .faults()
                .arm(new Fault.KillToken())
                .at(Endpoint.PLACE_ORDER)
                .next(1);
        assertThat(broker.client().get("/orders").status()).isEqualTo(200);
        assertThat(place("t").errorType()).isEqualTo("TokenException");
        assertThat(broker.client().get("/orders").status()).isEqualTo(403);
    }

    @Test
    void an_unknown_address_may_read_but_not_trade() {
        broker.simulator().faults().arm(new Fault.RefuseAddress()).always();
        assertThat(place("t").status()).isEqualTo(403);
        assertThat(place("t").errorType()).isEqualTo("PermissionException");
        assertThat(broker.client().get("/orders").status()).isEqualTo(200);
    }

    @Test
    void reads_fail_so_many_times() {
        ArmedFault fault = broker.simulator()
                .faults()
                .arm(Fault.AnswerBefore.unavailable())
                .at(Endpoint.ORDERS, Endpoint.TRADES)
                .next(2);
        assertThat(broker.client().get("/orders").status()).isEqualTo(503);
        assertThat(broker.client().get("/portfolio/positions").status()).isEqualTo(200);
        assertThat(broker.client().get("/trades").status()).isEqualTo(503);
        assertThat(broker.client().get("/orders").status()).isEqualTo(200);
        assertThat(fault.hits()).isEqualTo(2);
    }

    @Test
    void a_quote_without_a_key_that_was_asked_for() {
        next(new Fault.LeaveOutQuotes(1));
        JsonNode quotes =
                broker.client().get("/quote/ltp?i=NSE:INFY&i=NSE:SBIN").data();
        assertThat(quotes.has("NSE:INFY")).isFalse();
        assertThat(quotes.has("NSE:SBIN")).isTrue();
    }

    @Test
    void a_fault_of_one_account_leaves_the_other_alone() {
        broker.simulator()
                .faults()
                .arm(new Fault.TooManyRequests())
                .forUser(Broker.OTHER)
                .always();
        assertThat(place("t").status()).isEqualTo(200);
    }

    @Test
    void a_probability_with_the_same_seed_strikes_the_same_requests() {
        assertThat(struckOf(200, 7)).isEqualTo(struckOf(200, 7)).isNotEqualTo(struckOf(200, 8));
        assertThat(struckOf(200, 7)).hasSizeBetween(30, 90);
    }

    private List<Integer> struckOf(int requests, long seed) {
        broker.simulator().faults().clear();
        broker.simulator().faults().arm(new Fault.DropUpdate()).withProbability(0.3, seed);
        return IntStream.range(0, requests)
                .filter(_ -> broker.simulator()
                        .faults()
                        .strike(Endpoint.POSTBACK, java.util.Optional.of(Broker.USER))
                        .has(Fault.DropUpdate.class))
                .boxed()
                .toList();
    }

    @Test
    void the_truth_counts_an_order_that_was_sent_twice() {
        next(new Fault.AcceptThenAnswer(503));
        place("t");
        place("t");
        broker.settle();
        assertThat(broker.simulator().truth().doubled()).containsOnlyKeys("t");
        assertThat(broker.simulator().truth().orders())
                .extracting(order -> order.status())
                .containsOnly(OrderStatus.OPEN);
    }
}
