package io.alphapanda.local.kite;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.local.kite.fault.Endpoint;
import io.alphapanda.local.kite.fault.Fault;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// 429 where the broker's limits end; the clock stands still until it is moved.
class RateLimitTest {
    private final Broker broker = Broker.start(Broker.account(), SimulatorOptions::withRateLimits);

    @AfterEach
    void close() {
        broker.close();
    }

    private int place() {
        return broker.client()
                .post("/orders/regular", broker.form(1, "1500", "t"))
                .status();
    }

    @Test
    void ten_orders_in_a_calendar_second_and_no_eleventh() {
        IntStream.range(0, 10).forEach(_ -> assertThat(place()).isEqualTo(200));
        assertThat(place()).isEqualTo(429);
        broker.time().advance(Duration.ofSeconds(1));
        assertThat(place()).isEqualTo(200);
    }

    @Test
    void refused_orders_count_too() {
        IntStream.range(0, 10).forEach(_ -> broker.client().post("/orders/regular", broker.form(1, "1500.01", "t")));
        assertThat(place()).isEqualTo(429);
    }

    @Test
    void one_quote_a_second_and_ten_other_calls() {
        assertThat(broker.client().get("/quote/ltp?i=NSE:INFY").status()).isEqualTo(200);
        assertThat(broker.client().get("/quote?i=NSE:INFY").status()).isEqualTo(429);
        IntStream.range(0, 10)
                .forEach(
                        _ -> assertThat(broker.client().get("/orders").status()).isEqualTo(200));
        assertThat(broker.client().get("/trades").status()).isEqualTo(429);
        assertThat(place()).isEqualTo(200);
    }

    @Test
    void four_hundred_orders_a_minute() {
        for (int second = 0; second < 40; second++) {
            IntStream.range(0, 10).forEach(_ -> broker.client().delete("/orders/regular/1"));
            broker.time().advance(Duration.ofSeconds(1));
        }
        assertThat(place()).isEqualTo(429);
        broker.time().advance(Duration.ofSeconds(20));
        assertThat(place()).isEqualTo(200);
    }

    @Test
    void a_fault_arms_429_without_the_limits() {
        try (Broker free = Broker.start()) {
            free.simulator()
                    .faults()
                    .arm(new Fault.TooManyRequests())
                    .at(Endpoint.ORDERS)
                    .next(1);
            assertThat(free.client().get("/orders").status()).isEqualTo(429);
            assertThat(free.client().get("/orders").status()).isEqualTo(200);
        }
    }
}
