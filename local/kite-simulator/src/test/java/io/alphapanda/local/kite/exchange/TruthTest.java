package io.alphapanda.local.kite.exchange;

import static io.alphapanda.local.kite.exchange.Market.USER;
import static io.alphapanda.local.kite.exchange.Market.buy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the exchange knows while the book shows something else.
class TruthTest {
    private final Market market = Market.open();

    @Test
    void a_tag_sent_twice_is_named_and_one_sent_once_is_not() {
        market.place(buy(1, "1500").withTag("once"));
        market.place(buy(1, "1500").withTag("twice"));
        market.place(buy(1, "1500").withTag("twice"));
        market.settle();
        assertThat(market.exchange.truth().doubled()).containsOnlyKeys("twice");
    }

    @Test
    void the_slices_of_one_order_are_no_double() {
        Placement placement = market.exchange.place(
                USER, buy(2500, "1500").withAutoslice(true).withTag("big"), OrderFate.ORDINARY);
        market.settle();
        assertThat(placement.slices()).hasSize(3);
        assertThat(market.exchange.orders(USER))
                .extracting(row -> row.ticket().quantity())
                .containsExactly(1000L, 1000L, 500L);
        assertThat(market.exchange.orders(USER).getFirst().tags())
                .containsExactly("big", "autoslice", "autoslice:" + placement.orderId());
        assertThat(market.exchange.truth().byTag("big")).hasSize(3);
        assertThat(market.exchange.truth().doubled()).isEmpty();
    }

    @Test
    void a_hidden_order_is_in_the_truth_and_appears_in_the_book_later() {
        market.tick("1500", 100);
        market.place(buy(10, "1500").withTag("late"), OrderFate.ORDINARY.withHiddenFor(Duration.ofSeconds(8)));
        market.settle();
        assertThat(market.exchange.orders(USER)).isEmpty();
        assertThat(market.exchange.trades(USER)).isEmpty();
        assertThat(market.exchange.truth().byTag("late").getFirst().filled()).isEqualTo(10);
        market.time.advance(Duration.ofSeconds(8));
        assertThat(market.exchange.orders(USER)).extracting(OrderRow::status).isEqualTo(List.of("COMPLETE"));
        assertThat(market.exchange.trades(USER)).hasSize(1);
    }

    @Test
    void an_order_that_is_placed_later_is_not_there_before() {
        market.place(buy(10, "1500").withTag("late"), OrderFate.ORDINARY.withPlacedAfter(Duration.ofSeconds(8)));
        market.settle();
        assertThat(market.exchange.truth().orders()).isEmpty();
        market.time.advance(Duration.ofSeconds(8));
        assertThat(market.exchange.truth().byTag("late")).hasSize(1);
    }
}
