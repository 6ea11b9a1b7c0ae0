package io.alphapanda.local.kite.exchange;

import static io.alphapanda.local.kite.exchange.Market.buy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Instruments that are listed while others trade, and a session that is closed by hand.
class ListingTest {
    private static final SimulatedInstrument SBIN = SimulatedInstrument.equity("NSE", "SBIN", 779_521, "0");

    private final Market market = Market.open();

    @Test
    void an_instrument_trades_from_the_moment_it_is_listed() {
        assertThat(market.exchange.lists("NSE:SBIN")).isFalse();
        assertThatThrownBy(() -> market.exchange.instrument("NSE:SBIN")).isInstanceOf(RefusedException.class);

        market.exchange.list(SBIN);
        market.tick(SBIN, "400", 100);
        String order = market.place(OrderTicket.limit(SBIN, Side.BUY, 10, Product.MIS, "400"));
        market.settle();

        assertThat(market.exchange.lists("NSE:SBIN")).isTrue();
        assertThat(market.exchange.instruments()).last().isEqualTo(SBIN);
        assertThat(market.row(order).status()).isEqualTo("COMPLETE");
    }

    @Test
    void an_instrument_without_a_previous_close_has_no_circuit_limits() {
        market.exchange.list(SBIN);
        market.tick(SBIN, "400", 100);
        market.tick(SBIN, "900", 100);

        assertThat(market.exchange.quote("NSE:SBIN").orElseThrow().upperCircuit())
                .isZero();
        String order = market.place(OrderTicket.limit(SBIN, Side.BUY, 10, Product.MIS, "1000"));
        market.settle();
        assertThat(market.row(order).status()).isEqualTo("COMPLETE");
    }

    @Test
    void a_key_or_a_token_is_listed_once() {
        assertThatThrownBy(() -> market.exchange.list(Market.INFY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("instrument NSE:INFY is listed already");
        assertThatThrownBy(() -> market.exchange.list(SimulatedInstrument.equity("NSE", "TCS", 408_065, "3000")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("instrument NSE:TCS has token 408065, which another one has; give it its own");
    }

    @Test
    void the_close_of_a_session_ends_what_is_open_and_leaves_what_is_over() {
        market.tick("1500", 4);
        String partly = market.place(buy(10, "1500"));
        market.settle();
        String onItsWay = market.place(buy(1, "1400"));

        market.exchange.closeSession();
        market.settle();

        assertThat(List.of(market.row(partly).status(), market.row(onItsWay).status()))
                .containsOnly("CANCELLED");
        assertThat(market.row(partly).filled()).isEqualTo(4);
        assertThat(market.row(partly).cancelled()).isEqualTo(6);
    }

    @Test
    void an_order_after_the_close_is_taken_all_the_same() {
        market.tick("1500", 100);
        market.exchange.closeSession();

        String order = market.place(buy(10, "1500"));
        market.settle();

        assertThat(market.row(order).status()).isEqualTo("COMPLETE");
    }
}
