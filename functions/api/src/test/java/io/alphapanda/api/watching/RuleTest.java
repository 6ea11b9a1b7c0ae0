package io.alphapanda.api.watching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.domain.control.TradingState;
import io.alphapanda.stage.broker.ConfigurationException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleTest {

    private final SomeState house = new SomeState();

    @Test
    void aHouseAtItsBoundsIsQuiet() {
        assertThat(house.told()).isEmpty();
        assertThat(HouseHealth.of(house.state(), SomeState.LIMITS).status()).isEqualTo(HouseHealth.Status.UP);
    }

    @Test
    void aGroupThatIsBehindIsTold() {
        house.unread = 1_001;

        assertThat(house.told()).containsExactly("LAG_HIGH group");
        assertThat(HouseHealth.of(house.state(), SomeState.LIMITS).status()).isEqualTo(HouseHealth.Status.DEGRADED);
    }

    @Test
    void deadLettersAreToldByTopic() {
        house.letters = Map.of("paper.orders.filled.dlq", 1L, "paper.signals.raw.dlq", 0L);

        assertThat(house.told()).containsExactly("DEAD_LETTERS paper.orders.filled.dlq");
        assertThat(HouseHealth.of(house.state(), SomeState.LIMITS).status()).isEqualTo(HouseHealth.Status.DOWN);
    }

    @Test
    void whatWasDecidedAndIsNotSentIsTold() {
        house.unsent = List.of(
                new HouseState.Unsent("trading-engine", "paper", 3, SomeState.NOW.minusSeconds(31)),
                new HouseState.Unsent("risk-manager", "paper", 3, SomeState.NOW.minusSeconds(30)));

        assertThat(house.told()).containsExactly("OUTBOX_UNSENT paper trading-engine");
    }

    @Test
    void aKafkaNobodyLooksAtIsTold() {
        house.kafkaAge = Duration.ofSeconds(61);

        assertThat(house.told()).containsExactly("KAFKA_UNSEEN kafka");
    }

    @Test
    void aLiveFeedThatIsStaleWhileItsMarketIsOpenIsTold() {
        house.feed = SomeState.feed("running", true, Duration.ZERO, Duration.ofSeconds(31));
        assertThat(house.told()).containsExactly("FEED_STALE equity");

        house.feed = SomeState.feed("running", false, Duration.ZERO, Duration.ofSeconds(31));
        assertThat(house.told()).as("recorded ticks").isEmpty();
    }

    @Test
    void aLiveFeedIsQuietWhileItsMarketIsClosed() {
        house.now = Instant.parse("2026-01-10T04:30:00Z");
        house.feed = new io.alphapanda.stage.watch.FeedView(
                "equity",
                house.now,
                "kite",
                true,
                "nse-1",
                "running",
                Optional.empty(),
                1,
                Optional.of(SomeState.NOW),
                Optional.empty());

        assertThat(house.told()).noneMatch(each -> each.startsWith("FEED_"));
    }

    @Test
    void aFeedThatFailedOrWentSilentIsTold() {
        house.feed = SomeState.feed("failed", true, Duration.ZERO, Duration.ZERO);
        assertThat(house.told()).containsExactly("FEED_FAILED equity");

        house.feed = SomeState.feed("running", true, Duration.ofSeconds(41), Duration.ofSeconds(41));
        assertThat(house.told()).containsExactly("FEED_SILENT equity");

        house.feed = SomeState.feed("running", false, Duration.ofSeconds(40), Duration.ofSeconds(40));
        assertThat(house.told()).as("heard within the bound").isEmpty();

        house.feed = SomeState.feed("ended", true, Duration.ofSeconds(61), Duration.ofSeconds(61));
        assertThat(house.told()).as("played to its end").isEmpty();

        house.feed = SomeState.feed("running", true, Duration.ofMinutes(61), Duration.ofMinutes(61));
        assertThat(house.told()).as("of another run").isEmpty();
    }

    @Test
    void aHaltedLaneIsTold() {
        house.lane = SomeState.lane(TradingState.HALTED, 0, 0, Optional.empty());

        assertThat(house.told()).containsExactly("LANE_HALTED zerodha lane");
    }

    @Test
    void manyRefusedOrdersAreToldOfManyOrders() {
        house.lane = SomeState.lane(TradingState.ACTIVE, 20, 11, Optional.empty());
        assertThat(house.told()).containsExactly("REJECTIONS_HIGH zerodha orders");

        house.lane = SomeState.lane(TradingState.ACTIVE, 9, 9, Optional.empty());
        assertThat(house.told()).as("too few to say anything").isEmpty();
    }

    @Test
    void booksThatDifferOrWereNotComparedAreTold() {
        house.lane = compared("EQUAL", Duration.ofMinutes(150));
        assertThat(house.told()).isEmpty();

        house.lane = compared("EQUAL", Duration.ofMinutes(151));
        assertThat(house.told()).containsExactly("RECONCILIATION_OVERDUE zerodha books");

        house.lane = compared("DIFFERENT", Duration.ZERO);
        assertThat(house.told()).containsExactly("RECONCILIATION_DIFFERENT zerodha books");
    }

    private static HouseState.Lane compared(String outcome, Duration age) {
        return SomeState.lane(
                TradingState.ACTIVE, 0, 0, Optional.of(new HouseState.Comparison(outcome, SomeState.NOW.minus(age))));
    }

    @Test
    void aStageThatIsHeardNoMoreIsToldUnlessAnotherProcessOfItIs() {
        house.services = List.of(SomeState.service(Duration.ofSeconds(61), 99, 99));
        assertThat(house.told()).containsExactly("SERVICE_SILENT trading-engine");

        house.services = List.of(
                SomeState.service(Duration.ofSeconds(61), 1, 1), SomeState.service(Duration.ofSeconds(1), 1, 1));
        assertThat(house.told()).isEmpty();
    }

    @Test
    void aProcessIsForgottenWhenAnotherIsHeardOrItsDayIsOver() {
        house.services = List.of(
                SomeState.service(Duration.ofMinutes(11), 1, 1), SomeState.service(Duration.ofSeconds(1), 1, 1));
        assertThat(SystemRules.gone(house.state(), SomeState.LIMITS)).containsExactly(house.services.getFirst());

        house.services = List.of(SomeState.service(Duration.ofMinutes(11), 1, 1));
        assertThat(SystemRules.gone(house.state(), SomeState.LIMITS))
                .as("it is missed")
                .isEmpty();

        house.services = List.of(SomeState.service(Duration.ofHours(25), 1, 1));
        assertThat(SystemRules.gone(house.state(), SomeState.LIMITS)).hasSize(1);
    }

    @Test
    void memoryAndDiskThatRunOutAreTold() {
        house.services = List.of(SomeState.service(Duration.ZERO, 90, 90));

        assertThat(house.told()).containsExactly("MEMORY_HIGH trading-engine/a", "DISK_HIGH trading-engine");
    }

    @Test
    void aChannelThatCouldNotBeToldIsTold() {
        house.undelivered = List.of("webhook");

        assertThat(house.told()).containsExactly("NOTIFICATION_UNDELIVERED webhook");
    }

    @Test
    void everyCodeSaysWhenItIsRaised() {
        assertThat(Arrays.stream(AlertCode.values()).map(AlertCode::meaning)).doesNotContain("");
        assertThat(Rule.ALL.stream().map(Rule::name)).doesNotHaveDuplicates();
    }

    @Test
    void aLimitThatCantBeIsNamed() {
        assertThatThrownBy(() -> Limits.of(new SomeConfiguration(0, 50)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("panda.alerts.limits.lag 0 must be 1 or more; correct it or remove it for the default");
        assertThatThrownBy(() -> Limits.of(new SomeConfiguration(1, 101)))
                .hasMessageContaining("rejections-percent 101 must be between 1 and 100");
    }

    private record SomeConfiguration(long lag, int rejectionsPercent) implements WatchConfiguration {
        @Override
        public Duration feedAge() {
            return Duration.ofSeconds(30);
        }

        @Override
        public Duration unsent() {
            return Duration.ofSeconds(30);
        }

        @Override
        public Duration feedSilence() {
            return Duration.ofSeconds(60);
        }

        @Override
        public Duration silence() {
            return Duration.ofSeconds(60);
        }

        @Override
        public long rejectionsOf() {
            return 10;
        }

        @Override
        public Duration reconciliation() {
            return Duration.ofHours(2);
        }

        @Override
        public int memoryPercent() {
            return 90;
        }

        @Override
        public int diskPercent() {
            return 90;
        }
    }
}
