package io.alphapanda.engine;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.engine.budget.AccountBudget;
import io.alphapanda.engine.budget.Allowance;
import io.alphapanda.engine.budget.OrderLimits;
import io.alphapanda.engine.budget.Use;
import io.alphapanda.engine.live.LiveBrokers;
import io.alphapanda.engine.zerodha.update.UpdatingKite;
import io.alphapanda.stage.meter.Meter;
import io.alphapanda.stage.meter.StageMeters;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.MetricsPage;
import io.alphapanda.stage.testing.Scrape;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/// What the engine records can be read, and is what the page says.
@QuarkusTest
@QuarkusTestResource(House.class)
@WithTestResource(UpdatingKite.class)
class EngineMetersTest {

    /// One entry a day.
    private static final OrderLimits SCARCE =
            new OrderLimits(new Allowance(2, 1), new Allowance(2, 1), new Allowance(2, 1), 1, ZoneOffset.UTC);

    @Inject
    AccountBudget budget;

    @Inject
    LiveBrokers brokers;

    @Test
    void metersServeTheCatalogueAndNothingElse() {
        var longAgo = Instant.parse("2020-01-01T00:00:00Z");
        for (int i = 0; i < 2; i++) {
            budget.take(new Broker("paper-b"), SCARCE, Use.PLACE_ENTRY, longAgo)
                    .await()
                    .atMost(Duration.ofSeconds(30));
        }
        brokers.lanes().forEach(lane -> lane.broker().book().await().atMost(Duration.ofSeconds(30)));
        var scrape = Scrape.now();
        var all = new ArrayList<Meter>(StageMeters.ALL);
        all.addAll(EngineMeters.ALL);

        MetricsPage.assertOnlyDocumented(scrape, all);
        MetricsPage.assertServed(scrape, EngineMeters.ALL);
    }

    @Test
    void thePageSaysWhatTheCatalogueSays() throws IOException {
        MetricsPage.check("trading-engine", EngineMeters.ALL);
    }
}
