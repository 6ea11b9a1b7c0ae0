package io.alphapanda.api.watching;

import io.alphapanda.domain.control.TradingState;
import io.alphapanda.domain.order.Reality;
import io.alphapanda.stage.watch.FeedView;
import io.alphapanda.stage.watch.KafkaView;
import io.alphapanda.stage.watch.ServiceView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A house in which all is well, and what can be different in it.
final class SomeState {

    /// Ten o'clock in Mumbai, a trading day.
    static final Instant NOW = Instant.parse("2026-01-05T04:30:00Z");

    static final Limits LIMITS = new Limits(
            1_000,
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(40),
            Duration.ofSeconds(60),
            50,
            10,
            Duration.ofMinutes(150),
            90,
            90);

    Instant now = NOW;
    long unread = 1_000;
    Duration kafkaAge = Duration.ofSeconds(5);
    Map<String, Long> letters = Map.of("paper.orders.filled.dlq", 0L);
    FeedView feed = feed("running", true, Duration.ZERO, Duration.ofSeconds(30));
    List<ServiceView> services = List.of(service(Duration.ofSeconds(10), 89, 89));
    HouseState.Lane lane = lane(TradingState.ACTIVE, 20, 10, Optional.empty());
    List<HouseState.Unsent> unsent = List.of();
    List<String> undelivered = List.of();

    static FeedView feed(String state, boolean live, Duration heard, Duration published) {
        return new FeedView(
                "equity",
                NOW.minus(heard),
                "kite",
                live,
                "nse-1",
                state,
                Optional.of("no ticks"),
                1,
                Optional.of(NOW.minus(published)),
                Optional.empty());
    }

    static ServiceView service(Duration heard, long memory, long disk) {
        return new ServiceView(
                "trading-engine",
                "a",
                NOW.minus(heard),
                NOW,
                "1",
                "25",
                List.of("paper"),
                Optional.of(new ServiceView.Share(memory, 100)),
                Optional.of(new ServiceView.Share(disk, 100)));
    }

    static HouseState.Lane lane(
            TradingState state, long orders, long refused, Optional<HouseState.Comparison> compared) {
        return new HouseState.Lane("zerodha", Reality.LIVE, state, orders, refused, compared);
    }

    HouseState state() {
        var lags = List.of(new KafkaView.Lag("group", "topic", unread));
        return new HouseState(
                now,
                Optional.of(new KafkaView(NOW.minus(kafkaAge), "feed-1", List.of(), lags, List.of())),
                letters,
                List.of(feed),
                services,
                List.of(lane),
                unsent,
                undelivered);
    }

    /// The codes that are told, each with its subject.
    List<String> told() {
        return Rule.conditions(state(), LIMITS).stream()
                .map(each -> each.code() + " "
                        + each.broker().map(name -> name + " ").orElse("") + each.subject())
                .toList();
    }
}
