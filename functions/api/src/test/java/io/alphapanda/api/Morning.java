package io.alphapanda.api;

import io.alphapanda.stage.watch.KafkaView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// A little of everything: one idea that was filled on paper and denied on paper-b, and a house that watches itself.
final class Morning {

    static final String IDEA = "nse-1/momentum/NSE:TCS/4711";
    static final Instant DUE = Instant.parse("2026-01-05T04:00:00.25Z");

    private Morning() {}

    static void of(Seed seed) {
        seed.portfolio("paper", "momentum", "1000000", "999003.50", "12.5", "1", 2);
        seed.position("paper", "momentum", "NSE:TCS", "10", "1008", "12.5", "1", 2);
        seed.mark("NSE:TCS", "99.5", "2026-01-05T04:29:00Z");
        seed.bar("NSE:TCS", DUE.truncatedTo(ChronoUnit.MINUTES), "100|101|99.5|100.5", 100, 1, 40, "nse-1");
        seed.bar(
                "NSE:TCS",
                DUE.truncatedTo(ChronoUnit.MINUTES).plusSeconds(60),
                "100.5|101|99|99.5",
                150,
                41,
                90,
                "nse-1");
        seed.logged(
                "trading",
                DUE,
                0,
                "WARN",
                "trading-engine",
                "order held back",
                "\"correlationId\":\"%s\"".formatted(IDEA));
        seed.logged("error", DUE, 0, "ERROR", "risk-manager", "a defect", "");
        seed.signal(IDEA + "@paper", "paper", "momentum", IDEA, null, DUE.plusMillis(30));
        seed.signal(IDEA + "@paper-b", "paper-b", "momentum", IDEA, "POSITION_LIMIT", DUE.plusMillis(45));
        seed.strategy("momentum", """
                {"id": "momentum", "type": "momentum", "live": true, "brokers": ["paper"]}""");
        seed.alarm("paper", "OVERFILLED", "order-1", DUE, null);
        seed.unsent("trading-engine", "paper", "e1", DUE);
        seed.kafka(new KafkaView(
                FixedClock.NOW,
                "feed-1",
                List.of(),
                List.of(new KafkaView.Lag("alpha-panda.risk-manager.paper-signals-raw", "paper.signals.raw", 1_234)),
                List.of(new KafkaView.Letters("paper.orders.filled.dlq", 0, 2, Optional.of(FixedClock.NOW)))));
        seed.feed("running", FixedClock.NOW, FixedClock.NOW);
        seed.service("risk-manager", "a1b2c3d4", FixedClock.NOW, 40, 50);
        var order = IDEA + "@paper/1";
        seed.order(order, "paper", "momentum", IDEA, "FILLED", "10", "1008", null, DUE.plusMillis(60));
        seed.orderFor(order, IDEA + "@paper");
        seed.transition(order, 1, "FILLED", null, DUE.plusMillis(60));
        seed.fill(order + "/fill/1", order, "paper", "momentum", 1, "10", "100.80", "1", DUE.plusMillis(70));
        seed.booking(order + "/fill/1", "paper", "momentum", "-1009", "12.5", DUE.plusMillis(95));
    }
}
