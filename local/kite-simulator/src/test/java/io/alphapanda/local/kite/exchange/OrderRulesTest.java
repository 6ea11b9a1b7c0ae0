package io.alphapanda.local.kite.exchange;

import static io.alphapanda.local.kite.exchange.Market.CALL;
import static io.alphapanda.local.kite.exchange.Market.INFY;
import static io.alphapanda.local.kite.exchange.Market.NIFTY;
import static io.alphapanda.local.kite.exchange.Market.USER;
import static io.alphapanda.local.kite.exchange.Market.buy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What is refused, as what, and where it shows.
class OrderRulesTest {

    static Stream<Arguments> refused() {
        OrderTicket order = buy(10, "1490");
        OrderTicket stop = order.withType(OrderType.SL);
        OrderTicket market = OrderTicket.market(INFY, Side.BUY, 10, Product.CNC, "0");
        OrderTicket option = OrderTicket.limit(CALL, Side.BUY, 75, Product.NRML, "100");
        return Stream.of(
                Arguments.of("tag of 21", order.withTag("a".repeat(21)), "InputException", "`tag`"),
                Arguments.of(
                        "index",
                        OrderTicket.limit(NIFTY, Side.BUY, 1, Product.CNC, "24000"),
                        "InputException",
                        "tradable"),
                Arguments.of("no quantity", order.withQuantity(0), "InputException", "`quantity`"),
                Arguments.of("part of a lot", option.withQuantity(74), "InputException", "lot size 75"),
                Arguments.of("no price", buy(10, "0"), "InputException", "`price`"),
                Arguments.of("between two steps", buy(10, "1490.03"), "InputException", "multiple of tick size"),
                Arguments.of("no trigger", stop, "InputException", "`trigger_price`"),
                Arguments.of(
                        "trigger over the limit",
                        stop.withTrigger(new BigDecimal("1495")),
                        "InputException",
                        "higher than the limit"),
                Arguments.of("no protection", market, "InputException", "without market protection"),
                Arguments.of(
                        "protection of 101 %",
                        market.withProtection(new BigDecimal("101")), "InputException", "`market_protection`"),
                Arguments.of(
                        "over the freeze quantity", buy(1001, "1490"), "InputException", "freeze quantity of 1000"),
                Arguments.of(
                        "below the circuit",
                        buy(10, "1199.95"),
                        "InputException",
                        "circuit limits: 1200.00 to 1800.00"),
                Arguments.of("above the circuit", buy(10, "1800.05"), "InputException", "circuit"),
                Arguments.of(
                        "too expensive", buy(1000, "1490").withQuantity(1000), "MarginException", "Insufficient funds"),
                Arguments.of(
                        "overnight share",
                        OrderTicket.limit(INFY, Side.BUY, 1, Product.NRML, "1490"),
                        "InputException",
                        "NRML"),
                Arguments.of("no minutes", order.withTtl(java.time.Duration.ZERO), "InputException", "validity_ttl"),
                Arguments.of(
                        "after market while open",
                        order.withVariety(Variety.AMO),
                        "OrderException",
                        "while the market is open"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void is_refused_before_it_reaches_the_book(String name, OrderTicket ticket, String type, String text) {
        Market market = Market.with(Market.account().withCash("1000000"));
        RefusedException e = catchThrowableOfType(RefusedException.class, () -> market.place(ticket));
        assertThat(e.refusal().type().text()).isEqualTo(type);
        assertThat(e.refusal().status()).isEqualTo(400);
        assertThat(e.refusal().message()).contains(text);
        assertThat(market.exchange.orders(USER)).isEmpty();
        assertThat(market.exchange.truth().orders()).isEmpty();
    }

    static Stream<Arguments> allowed() {
        return Stream.of(
                Arguments.of("tag of 20", buy(10, "1490").withTag("a".repeat(20))),
                Arguments.of("at the lower circuit", buy(10, "1200")),
                Arguments.of("at the upper circuit", buy(10, "1800")),
                Arguments.of("at the freeze quantity", buy(1000, "1490")),
                Arguments.of("protection of 100 %", OrderTicket.market(INFY, Side.BUY, 10, Product.CNC, "100")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("allowed")
    void is_allowed(String name, OrderTicket ticket) {
        Market market = Market.open();
        String order = market.place(ticket);
        market.settle();
        assertThat(market.row(order).status()).isEqualTo("OPEN");
    }

    @Test
    void a_sale_without_shares_becomes_a_rejected_row() {
        Market market = Market.open();
        String order = market.place(OrderTicket.limit(INFY, Side.SELL, 10, Product.CNC, "1510"));
        market.settle();
        assertThat(market.row(order).status()).isEqualTo("REJECTED");
        assertThat(market.row(order).statusMessage()).contains("Insufficient stock holding");
        assertThat(market.row(order).exchangeOrderId()).isNull();
        assertThat(market.exchange.truth().accepted()).isEmpty();
        assertThat(market.told).containsExactly("REJECTED 0");
    }

    @Test
    void a_trigger_on_the_wrong_side_becomes_a_rejected_row() {
        Market market = Market.open();
        market.tick("1500", 1);
        String order = market.place(buy(10, "1495").withType(OrderType.SL).withTrigger(new BigDecimal("1490")));
        market.settle();
        assertThat(market.row(order).status()).isEqualTo("REJECTED");
    }

    @Test
    void a_holding_needs_its_authorisation_first() {
        Market market =
                Market.with(Market.account().withHolding("NSE:INFY", 10, "1000").withoutDepositoryConsent());
        OrderTicket sale = OrderTicket.limit(INFY, Side.SELL, 10, Product.CNC, "1510");
        RefusedException e = catchThrowableOfType(RefusedException.class, () -> market.place(sale));
        assertThat(e.refusal().status()).isEqualTo(428);
        assertThat(e).hasMessage("10 quantity needs authorisation at depository.");

        market.exchange.authoriseHoldings(USER);
        String order = market.place(sale);
        market.settle();
        assertThat(market.row(order).status()).isEqualTo("OPEN");
    }

    @Test
    void a_market_order_made_of_a_limit_order_needs_protection_again() {
        Market market = Market.open();
        String order = market.place(buy(10, "1490"));
        market.settle();
        OrderChange toMarket = new OrderChange(
                java.util.Optional.of(OrderType.MARKET),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                java.util.Optional.empty());
        RefusedException e =
                catchThrowableOfType(RefusedException.class, () -> market.exchange.modify(USER, order, toMarket));
        assertThat(e).hasMessage(OrderRules.PROTECTION_MISSING);
    }

    @Test
    void where_protection_is_not_needed_a_market_order_stays_one() {
        Market market = Market.with(ExchangeTerms.defaults().withProtectionNeeded(false));
        market.tick("1500", 100);
        String order = market.place(OrderTicket.market(INFY, Side.BUY, 10, Product.CNC, "0"));
        market.settle();
        assertThat(market.row(order).ticket().type()).isEqualTo(OrderType.MARKET);
        assertThat(market.row(order).tags()).isEmpty();
        assertThat(market.row(order).status()).isEqualTo("COMPLETE");
    }
}
