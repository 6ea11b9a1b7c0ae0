package io.alphapanda.feed.pace;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.signal.Broker;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LagsTest {

    private static final PaceBounds BOUNDS = new PaceBounds(true, 64, 400);
    private static final Follower RUNNER = new Follower("runner", "market.equity.ticks", true);
    private static final Follower RISK = new Follower("risk", "paper.signals.raw", false);

    @ParameterizedTest(name = "{0} batches unread, {1} sent since, {2} records in a lane: room {3}")
    @CsvSource({
        "0,  0,  0,   true",
        "63, 0,  399, true",
        "64, 0,  0,   false",
        "60, 3,  0,   true",
        "60, 4,  0,   false",
        "0,  0,  400, false",
        "0,  63, 399, true",
    })
    void thereIsRoomWhileNobodyIsTooFarBehind(long unread, long sentSince, long lane, boolean room) {
        var lags = new Lags(Map.of(RUNNER, unread, RISK, lane), 1_000);

        assertThat(lags.leaveRoom(BOUNDS, 1_000 + sentSince)).isEqualTo(room);
    }

    @Test
    void everyLanesEveryStageIsAFollower() {
        assertThat(Follower.of(AssetClass.EQUITY, List.of(new Broker("paper"), new Broker("zerodha"))))
                .extracting(Follower::group)
                .containsExactly(
                        "alpha-panda.strategy-runner.equity-ticks",
                        "alpha-panda.risk-manager.paper-signals-raw",
                        "alpha-panda.trading-engine.paper-signals-validated",
                        "alpha-panda.portfolio-manager.paper-orders-filled",
                        "alpha-panda.risk-manager.zerodha-signals-raw",
                        "alpha-panda.trading-engine.zerodha-signals-validated",
                        "alpha-panda.portfolio-manager.zerodha-orders-filled");
    }
}
