package io.alphapanda.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.signal.Broker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TopicPlanTest {

    private static final TopicPlan.Keeping KEEPING =
            new TopicPlan.Keeping(Duration.ofDays(7), Duration.ofDays(30), Duration.ofDays(90));

    @Test
    void aTopicIsShapedByItsRole() {
        var topics = byName(new TopicPlan(8, 4, Optional.of(KEEPING)));
        assertThat(topics.get("market.crypto.ticks"))
                .isEqualTo(new TopicSpec("market.crypto.ticks", 8, Map.of("retention.ms", "604800000")));
        assertThat(topics.get("paper.orders.filled"))
                .isEqualTo(new TopicSpec("paper.orders.filled", 4, Map.of("retention.ms", "2592000000")));
        assertThat(topics.get("control.trading-state").partitions()).isEqualTo(4);
        assertThat(topics.get("market.crypto.ticks.dlq"))
                .isEqualTo(new TopicSpec(
                        "market.crypto.ticks.dlq",
                        1,
                        Map.of("retention.ms", "7776000000", "max.message.bytes", "16777216")));
    }

    @Test
    void everyTopicHasItsDeadLetters() {
        var names = byName(new TopicPlan(4, 4, Optional.empty())).keySet();
        assertThat(names).filteredOn(each -> !each.endsWith(".dlq")).allSatisfy(each -> assertThat(names)
                .contains(each + ".dlq"));
    }

    @Test
    void howLongRecordsAreKeptIsLeftToABrokerThatIsNotTold() {
        assertThat(byName(new TopicPlan(4, 4, Optional.empty()))
                        .get("paper.signals.raw")
                        .config())
                .isEmpty();
    }

    private static Map<String, TopicSpec> byName(TopicPlan plan) {
        return plan.topics(List.of(new Broker("paper"))).stream()
                .collect(Collectors.toMap(TopicSpec::name, Function.identity()));
    }
}
