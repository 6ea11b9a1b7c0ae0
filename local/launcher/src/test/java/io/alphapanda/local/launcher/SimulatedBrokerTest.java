package io.alphapanda.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.order.Reality;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedBrokerTest {

    private static final Account ONE = new Account("zerodha", "zerodha", Reality.SIMULATED);
    private static final Account TWO = new Account("zerodha-2", "zerodha", Reality.SIMULATED);

    @Test
    void aRoomIsToldTheWayToTheAccountsOfItsBrokersAndNoOthers() {
        try (var broker = SimulatedBroker.start(List.of(ONE, TWO), _ -> "http://127.0.0.1:1")) {
            var both = broker.environment(List.of("paper", "zerodha", "zerodha-2"));
            assertThat(both)
                    .hasSize(14)
                    .containsEntry("PANDA_BROKERS_ZERODHA_CONNECTION_API", broker.address())
                    .containsEntry("PANDA_BROKERS_ZERODHA_CONNECTION_LOGIN", broker.address() + "/connect/login")
                    .containsEntry(
                            "PANDA_BROKERS_ZERODHA_CONNECTION_TICKER",
                            broker.address().replace("http", "ws"))
                    .containsEntry("PANDA_BROKERS_ZERODHA_CONNECTION_USER_ID", "zerodha")
                    .containsEntry("PANDA_BROKERS_ZERODHA_2_CLOCK", "signal");
            assertThat(both.get("PANDA_BROKERS_ZERODHA_CONNECTION_API_KEY"))
                    .hasSize(16)
                    .isNotEqualTo(both.get("PANDA_BROKERS_ZERODHA_2_CONNECTION_API_KEY"))
                    .isNotEqualTo(both.get("PANDA_BROKERS_ZERODHA_CONNECTION_API_SECRET"));

            assertThat(broker.environment(List.of("zerodha-2")).keySet())
                    .hasSize(7)
                    .allMatch(each -> each.startsWith("PANDA_BROKERS_ZERODHA_2_"));
            assertThat(broker.environment(List.of("paper"))).isEmpty();
        }
    }

    @Test
    void zerodhaTradesStocksAndNoCoins() {
        assertThat(SimulatedBroker.trades(AssetClass.EQUITY)).isTrue();
        assertThat(SimulatedBroker.trades(AssetClass.CRYPTO)).isFalse();
    }
}
