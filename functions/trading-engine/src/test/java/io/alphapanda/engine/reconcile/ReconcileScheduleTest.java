package io.alphapanda.engine.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.engine.live.TradingStatesForgotten;
import io.alphapanda.stage.testing.Await;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.Ledger;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Books are compared without anybody asking.
@QuarkusTest
@QuarkusTestResource(House.class)
@TestProfile(ReconcileScheduleTest.EveryHour.class)
class ReconcileScheduleTest {

    public static final class EveryHour implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "active.brokers", "paper-b",
                    "panda.brokers.paper-b.kind", "fake",
                    "panda.engine.reconcile-every", "1h",
                    "panda.engine.reconcile-again-seconds", "1");
        }
    }

    @AfterEach
    void nobodyIsHalted() {
        TradingStatesForgotten.everywhere();
        Ledger.rows("delete from alarms");
        Ledger.rows("delete from reconciliations");
    }

    @Test
    void aLaneIsComparedOnceItsBrokerCanBeRead() {
        Await.until("books are compared at the start", () -> !Ledger.rows(
                        "select 1 from reconciliations where broker = 'paper-b' and cause = 'START'")
                .isEmpty());

        assertThat(Ledger.rows("select cause from reconciliations where broker = 'paper-b'"))
                .containsExactly(List.of("START"));
    }
}
