package io.alphapanda.local.kite.exchange;

import static io.alphapanda.local.kite.exchange.Market.USER;
import static io.alphapanda.local.kite.exchange.Market.buy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Hours, after-market orders, the end of the session.
class TradingDayTest {
    private static final TradingHours HOURS =
            TradingHours.between("09:15", "15:30").withHolidays(Set.of(LocalDate.of(2026, 12, 25)));
    private static final ExchangeTerms TERMS = ExchangeTerms.defaults().withHours(HOURS);

    private static Instant india(String local) {
        return Instant.parse(local + "+05:30");
    }

    @Test
    void a_regular_order_is_refused_outside_hours() {
        for (String closed :
                new String[] {"2026-11-26T09:14:59", "2026-11-26T15:30:00", "2026-11-28T10:00:00", "2026-12-25T10:00:00"
                }) {
            Market market = Market.at(india(closed), TERMS);
            assertThatThrownBy(() -> market.place(buy(1, "1500")))
                    .as(closed)
                    .hasMessageContaining("Markets are closed");
        }
        assertThat(Market.at(india("2026-11-26T09:15:00"), TERMS).place(buy(1, "1500")))
                .isNotEmpty();
    }

    @Test
    void an_after_market_order_waits_for_the_opening() {
        Market market = Market.at(india("2026-11-26T20:00:00"), TERMS);
        String order = market.place(buy(10, "1500").withVariety(Variety.AMO));
        assertThat(market.states(order)).containsExactly("PUT ORDER REQ RECEIVED", "AMO REQ RECEIVED");

        market.time.advanceTo(india("2026-11-27T09:15:01"));

        assertThat(market.row(order).status()).isEqualTo("OPEN");
        assertThat(market.exchange.orders(USER)).hasSize(1);
    }

    @Test
    void what_is_open_at_the_close_is_cancelled() {
        Market market = Market.at(india("2026-11-26T15:29:00"), TERMS);
        String order = market.place(buy(10, "1400"));
        market.time.advance(Duration.ofMinutes(2));
        assertThat(market.row(order).status()).isEqualTo("CANCELLED");
        assertThat(market.told).containsExactly("CANCELLED 0");
    }

    @Test
    void the_book_is_emptied_at_the_day_roll_and_the_last_price_is_the_previous_close() {
        Market market = Market.with(ExchangeTerms.defaults().withDayRoll(java.time.LocalTime.of(10, 30)));
        market.tick("1550", 10);
        market.place(buy(10, "1400"));
        market.time.advanceTo(india("2026-11-26T10:29:59"));
        assertThat(market.exchange.orders(USER)).hasSize(1);
        market.time.advanceTo(india("2026-11-26T10:30:00"));
        assertThat(market.exchange.orders(USER)).isEmpty();
        assertThat(market.exchange.quote("NSE:INFY").orElseThrow().close()).isEqualByComparingTo("1550");
    }
}
