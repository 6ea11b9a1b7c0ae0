package io.alphapanda.local.kite.exchange;

import static io.alphapanda.local.kite.exchange.Market.CALL;
import static io.alphapanda.local.kite.exchange.Market.INFY;
import static io.alphapanda.local.kite.exchange.Market.OTHER;
import static io.alphapanda.local.kite.exchange.Market.USER;
import static io.alphapanda.local.kite.exchange.Market.buy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Positions, holdings and money over a day and into the next.
class PortfolioTest {

    private static void fill(Market market, OrderTicket ticket, String price) {
        market.tick(ticket.instrument(), price, 1_000_000);
        market.place(ticket);
        market.settle();
    }

    @Test
    void a_purchase_and_a_sale_leave_a_position_and_its_profit() {
        Market market = Market.open();
        fill(market, OrderTicket.limit(INFY, Side.BUY, 10, Product.MIS, "1500"), "1500");
        fill(market, OrderTicket.limit(INFY, Side.SELL, 4, Product.MIS, "1510"), "1510");

        PositionRow position = market.exchange.netPositions(USER).getFirst();
        assertThat(position.quantity()).isEqualTo(6);
        assertThat(position.averagePrice()).isEqualByComparingTo("1500");
        assertThat(position.value()).isEqualByComparingTo("-8960");
        assertThat(position.pnl()).isEqualByComparingTo("100");
        assertThat(market.exchange.netPositions(OTHER)).isEmpty();
    }

    @Test
    void money_is_held_back_by_orders_and_positions_and_comes_back() {
        Market market = Market.with(Market.account().withCash("100000"));
        String order = market.place(buy(10, "1400"));
        market.settle();
        assertThat(market.exchange.funds(USER).available()).isEqualByComparingTo("86000");
        market.exchange.cancel(USER, order, 0);
        market.settle();
        assertThat(market.exchange.funds(USER).available()).isEqualByComparingTo("100000");

        fill(market, OrderTicket.limit(INFY, Side.BUY, 10, Product.MIS, "1500"), "1500");
        assertThat(market.exchange.funds(USER).available()).isEqualByComparingTo("97000");
        fill(market, OrderTicket.limit(INFY, Side.SELL, 10, Product.MIS, "1510"), "1510");
        assertThat(market.exchange.funds(USER).available()).isEqualByComparingTo("100100");
    }

    @Test
    void an_exit_needs_no_money() {
        Market market = Market.with(Market.account().withCash("3000"));
        fill(market, OrderTicket.limit(INFY, Side.BUY, 10, Product.MIS, "1500"), "1500");
        assertThat(market.exchange.funds(USER).available()).isEqualByComparingTo("0");
        fill(market, OrderTicket.limit(INFY, Side.SELL, 10, Product.MIS, "1500"), "1500");
        assertThat(market.exchange.netPositions(USER).getFirst().quantity()).isZero();
    }

    @Test
    void a_holding_that_is_sold_is_a_negative_position_until_the_day_rolls() {
        Market market = Market.with(Market.account().withHolding("NSE:INFY", 10, "1000"));
        fill(market, OrderTicket.limit(INFY, Side.SELL, 4, Product.CNC, "1500"), "1500");
        assertThat(market.exchange.netPositions(USER).getFirst().quantity()).isEqualTo(-4);
        HoldingRow holding = market.exchange.holdings(USER).getFirst();
        assertThat(holding.used()).isEqualTo(4);
        assertThat(holding.quantity()).isEqualTo(6);
        assertThatThrownBy(() -> market.exchange.place(
                        USER,
                        OrderTicket.limit(INFY, Side.SELL, 7, Product.CNC, "1500"),
                        OrderFate.ORDINARY.withRefusalAs(Refusal.Form.PRE_CHECK)))
                .hasMessageContaining("Insufficient stock holding");
    }

    @Test
    void what_was_bought_is_a_holding_of_the_next_day_and_delivered_the_day_after() {
        Market market = Market.with(Market.account().withCash("100000"));
        fill(market, buy(10, "1500"), "1500");
        String resting = market.place(buy(1, "1400"));
        market.settle();

        market.time.advance(Duration.ofHours(24));

        assertThat(market.exchange.orders(USER)).isEmpty();
        assertThat(market.exchange.trades(USER)).isEmpty();
        assertThat(market.exchange.netPositions(USER)).isEmpty();
        assertThat(market.exchange.holdings(USER).getFirst().t1Quantity()).isEqualTo(10);
        assertThat(market.exchange.funds(USER).available()).isEqualByComparingTo("85000");
        assertThat(market.exchange.truth().orders())
                .filteredOn(order -> order.orderId().equals(resting))
                .extracting(Truth.Entry::status)
                .containsExactly(OrderStatus.CANCELLED);

        market.time.advance(Duration.ofHours(24));
        assertThat(market.exchange.holdings(USER).getFirst().quantity()).isEqualTo(10);
    }

    @Test
    void an_option_is_carried_overnight_at_its_price() {
        Market market = Market.with(Market.account().withCash("100000"));
        fill(market, OrderTicket.limit(CALL, Side.BUY, 75, Product.NRML, "100"), "100");
        assertThat(market.exchange.funds(USER).available()).isEqualByComparingTo("92500");
        market.time.advance(Duration.ofHours(24));
        PositionRow position = market.exchange.netPositions(USER).getFirst();
        assertThat(position.overnightQuantity()).isEqualTo(75);
        assertThat(position.averagePrice()).isEqualByComparingTo("100");
        fill(market, OrderTicket.limit(CALL, Side.SELL, 75, Product.NRML, "120"), "120");
        assertThat(market.exchange.funds(USER).available()).isEqualByComparingTo("101500");
    }

    @Test
    void a_position_changes_its_product() {
        Market market = Market.open();
        fill(market, OrderTicket.limit(INFY, Side.BUY, 10, Product.MIS, "1500"), "1500");
        market.exchange.convert(USER, INFY, Side.BUY, false, 4, Product.MIS, Product.CNC);
        assertThat(market.exchange.netPositions(USER))
                .extracting(PositionRow::quantity)
                .containsExactly(6L, 4L);
        assertThatThrownBy(() -> market.exchange.convert(USER, INFY, Side.BUY, false, 7, Product.MIS, Product.CNC))
                .hasMessageContaining("1 to 6");
    }

    @Test
    void charges_add_up_as_the_broker_writes_them() {
        Charges charges = Charges.of(INFY, Product.CNC, Side.BUY, 1, new BigDecimal("1498"));
        assertThat(charges.transactionTax()).isEqualByComparingTo("1.498");
        assertThat(charges.exchangeCharge()).isEqualByComparingTo("0.0459886");
        assertThat(charges.brokerage()).isEqualByComparingTo("0");
        assertThat(charges.stampDuty()).isEqualByComparingTo("0.2247");
        assertThat(charges.gst()).isEqualByComparingTo("0.008547588");
        assertThat(Charges.of(CALL, Product.NRML, Side.SELL, 75, new BigDecimal("100"))
                        .brokerage())
                .isEqualByComparingTo("20");
    }
}
