package io.alphapanda.engine.budget;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.stage.meter.Meters;
import io.alphapanda.stage.testing.House;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/// Where nobody counts, nothing is granted.
@QuarkusTest
@QuarkusTestResource(House.class)
class RedisAwayTest {

    /// A second Redis, at a port where there is none: the test profile's configuration says so.
    @Inject
    @RedisClientName("away")
    ReactiveRedisDataSource away;

    @Inject
    Meters meters;

    @Test
    void budgetThatCanNotBeAskedFailsInsteadOfGranting() {
        var budget = new AccountBudget(away, meters, InstantSource.system(), System::nanoTime);

        assertThatThrownBy(() -> budget.take(new Broker("paper"), OrderLimits.ZERODHA, Use.PLACE_EXIT, Instant.EPOCH)
                        .await()
                        .atMost(Duration.ofSeconds(30)))
                .hasRootCauseInstanceOf(ConnectException.class);
    }
}
