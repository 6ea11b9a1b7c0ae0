package io.alphapanda.local.kite.exchange;

import static io.alphapanda.local.kite.exchange.Market.TO_OPEN;
import static io.alphapanda.local.kite.exchange.Market.USER;
import static io.alphapanda.local.kite.exchange.Market.buy;
import static io.alphapanda.local.kite.exchange.Market.then;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The recorded life cycles, state by state.
class LifecycleTest {
    private final Market market = Market.open();

    @Test
    void a_limit_order_waits_open_until_the_market_comes_to_its_price() {
        String order = market.place(buy(10, "1490"));
        assertThat(market.states(order)).containsExactly("PUT ORDER REQ RECEIVED");
        market.settle();
        assertThat(market.states(order)).isEqualTo(TO_OPEN);
        assertThat(market.row(order).exchangeOrderId()).isNotNull();

        market.tick("1495", 100);
        market.tick("1489", 100);

        assertThat(market.states(order)).isEqualTo(then(TO_OPEN, "COMPLETE"));
        assertThat(market.row(order).averagePrice()).isEqualByComparingTo("1490");
        assertThat(market.told).containsExactly("COMPLETE 10");
    }

    @Test
    void a_marketable_order_pays_the_price_that_is_there() {
        market.tick("1489", 100);
        String order = market.place(buy(10, "1490"));
        market.settle();
        assertThat(market.row(order).status()).isEqualTo("COMPLETE");
        assertThat(market.row(order).averagePrice()).isEqualByComparingTo("1489");
    }

    @Test
    void a_partial_fill_is_open_with_a_filled_quantity_and_the_rest_follows() {
        market.tick("1489", 4);
        String order = market.place(buy(10, "1490"));
        market.settle();
        assertThat(market.row(order).status()).isEqualTo("OPEN");
        assertThat(market.row(order).filled()).isEqualTo(4);
        assertThat(market.row(order).pending()).isEqualTo(6);

        market.tick("1488", 100);

        assertThat(market.states(order)).isEqualTo(then(TO_OPEN, "OPEN", "COMPLETE"));
        assertThat(market.exchange.trades(USER)).extracting(TradeRow::quantity).containsExactly(4L, 6L);
        assertThat(market.exchange.trades(USER)).extracting(TradeRow::tradeId).doesNotHaveDuplicates();
        assertThat(market.row(order).averagePrice()).isEqualByComparingTo("1489.6");
        assertThat(market.told).containsExactly("UPDATE 4", "COMPLETE 10");
    }

    @Test
    void two_orders_share_a_tick_first_come_first_served() {
        String first = market.place(buy(6, "1490"));
        String second = market.place(buy(6, "1490"));
        market.settle();
        market.tick("1490", 8);
        assertThat(market.row(first).filled()).isEqualTo(6);
        assertThat(market.row(second).filled()).isEqualTo(2);
    }

    @Test
    void a_cancellation_after_a_partial_fill_keeps_what_was_filled() {
        market.tick("1489", 4);
        String order = market.place(buy(10, "1490"));
        market.settle();
        market.exchange.cancel(USER, order, 0);
        market.settle();

        OrderRow row = market.row(order);
        assertThat(market.states(order)).isEqualTo(then(TO_OPEN, "OPEN", "CANCEL PENDING", "CANCELLED"));
        assertThat(List.of(row.filled(), row.pending(), row.cancelled())).containsExactly(4L, 6L, 6L);
        assertThat(market.told).containsExactly("UPDATE 4", "CANCELLED 4");
    }

    @Test
    void an_order_that_fills_while_its_cancellation_is_under_way_is_complete() {
        String order = market.place(buy(10, "1490"));
        market.settle();
        market.exchange.cancel(USER, order, 0);
        market.tick("1490", 100);
        market.settle();
        assertThat(market.states(order)).isEqualTo(then(TO_OPEN, "CANCEL PENDING", "COMPLETE"));
        assertThat(market.told).containsExactly("COMPLETE 10");
    }

    @Test
    void a_modification_goes_through_its_own_states() {
        String order = market.place(buy(10, "1490"));
        market.settle();
        market.exchange.modify(USER, order, OrderChange.price("1485"));
        market.settle();
        assertThat(market.states(order))
                .isEqualTo(then(TO_OPEN, "MODIFY VALIDATION PENDING", "MODIFY PENDING", "MODIFIED", "OPEN"));
        assertThat(market.row(order).ticket().price()).isEqualByComparingTo("1485");
        assertThat(market.row(order).modified()).isTrue();
        assertThat(market.told).containsExactly("UPDATE 0");
    }

    @Test
    void the_twenty_sixth_modification_is_refused() {
        String order = market.place(buy(10, "1490"));
        market.settle();
        for (int i = 0; i < 25; i++) {
            market.exchange.modify(USER, order, OrderChange.price("14" + (60 + i)));
            market.settle();
        }
        assertThatThrownBy(() -> market.exchange.modify(USER, order, OrderChange.price("1490")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("modifications");
    }

    @Test
    void a_stop_order_waits_for_its_trigger() {
        market.tick("1500", 100);
        String order = market.place(buy(10, "1512").withType(OrderType.SL).withTrigger(new BigDecimal("1510")));
        market.settle();
        assertThat(market.states(order)).endsWith("TRIGGER PENDING");
        market.tick("1509", 100);
        assertThat(market.states(order)).endsWith("TRIGGER PENDING");
        market.tick("1511", 100);
        assertThat(market.states(order))
                .containsExactly(
                        "PUT ORDER REQ RECEIVED",
                        "VALIDATION PENDING",
                        "OPEN PENDING",
                        "TRIGGER PENDING",
                        "OPEN",
                        "COMPLETE");
        assertThat(market.row(order).averagePrice()).isEqualByComparingTo("1511");
    }

    @Test
    void a_market_order_becomes_a_limit_order_at_its_protection_price() {
        market.tick("1500", 4);
        String order = market.place(
                OrderTicket.market(Market.INFY, Side.BUY, 10, Product.CNC, "2").withTag("mine"));
        market.settle();
        OrderRow row = market.row(order);
        assertThat(row.ticket().type()).isEqualTo(OrderType.LIMIT);
        assertThat(row.ticket().price()).isEqualByComparingTo("1530");
        assertThat(row.tags()).containsExactly("mine", "mktp", "mktp:2.00");
        assertThat(row.status()).isEqualTo("OPEN");
        assertThat(row.filled()).isEqualTo(4);

        market.tick("1501", 100);
        assertThat(market.row(order).averagePrice()).isEqualByComparingTo("1500.6");
    }

    @Test
    void a_stop_market_order_becomes_a_limit_order_once_it_is_triggered() {
        market.tick("1500", 100);
        String order = market.place(OrderTicket.market(Market.INFY, Side.SELL, 10, Product.MIS, "1")
                .withType(OrderType.SL_M)
                .withTrigger(new BigDecimal("1490")));
        market.settle();
        assertThat(market.row(order).status()).isEqualTo("TRIGGER PENDING");
        market.tick("1489", 4);
        OrderRow row = market.row(order);
        assertThat(row.ticket().price()).isEqualByComparingTo("1474.10");
        assertThat(row.ticket().type()).isEqualTo(OrderType.LIMIT);
        assertThat(row.filled()).isEqualTo(4);
        assertThat(row.averagePrice()).isEqualByComparingTo("1489");
    }

    @Test
    void automatic_protection_follows_the_bands() {
        market.tick("1500", 100);
        String order = market.place(OrderTicket.market(Market.INFY, Side.SELL, 10, Product.MIS, "-1"));
        market.settle();
        assertThat(market.row(order).ticket().price()).isEqualByComparingTo("1492.5");
        assertThat(market.row(order).tags()).contains("mktp:0.50");
    }

    @Test
    void an_immediate_order_does_not_wait() {
        market.tick("1489", 4);
        String order = market.place(buy(10, "1490").withValidity(Validity.IOC));
        market.settle();
        assertThat(market.row(order).status()).isEqualTo("CANCELLED");
        assertThat(market.row(order).filled()).isEqualTo(4);
    }

    @Test
    void an_order_for_some_minutes_ends_with_them() {
        String order = market.place(buy(10, "1400").withTtl(Duration.ofMinutes(2)));
        market.settle();
        market.time.advance(Duration.ofSeconds(119));
        assertThat(market.row(order).status()).isEqualTo("OPEN");
        market.time.advance(Duration.ofSeconds(2));
        assertThat(market.row(order).status()).isEqualTo("CANCELLED");
    }

    @Test
    void ids_are_long_strings_of_digits() {
        String order = market.place(buy(10, "1490"));
        market.settle();
        assertThat(order).matches("19261126\\d{11}");
        assertThat(market.row(order).exchangeOrderId()).matches("\\d{16}");
    }

    @Test
    void nothing_can_be_changed_once_it_is_over_or_while_it_is_on_its_way() {
        String order = market.place(buy(10, "1490"));
        assertThatThrownBy(() -> market.exchange.cancel(USER, order, 0)).hasMessageContaining("being processed");
        market.settle();
        market.tick("1480", 100);
        assertThatThrownBy(() -> market.exchange.cancel(USER, order, 0)).hasMessageContaining("already COMPLETE");
        assertThatThrownBy(() -> market.exchange.modify(USER, "1", OrderChange.price("1")))
                .hasMessageContaining("order_id");
    }
}
