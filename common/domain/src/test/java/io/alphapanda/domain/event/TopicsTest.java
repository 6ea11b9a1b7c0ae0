package io.alphapanda.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.signal.Broker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TopicsTest {

    private static final Broker PAPER = new Broker("paper");

    @Test
    void aHouseHasExactlyTheTopicsPeopleKnow() {
        assertThat(Topics.house(List.of(AssetClass.values()), List.of(PAPER, new Broker("zerodha"))))
                .containsExactly(
                        "market.equity.ticks",
                        "market.crypto.ticks",
                        "market.options.ticks",
                        "market.forex.ticks",
                        "paper.signals.raw",
                        "paper.signals.validated",
                        "paper.signals.rejected",
                        "paper.orders.submitted",
                        "paper.orders.ack",
                        "paper.orders.filled",
                        "paper.orders.failed",
                        "paper.pnl.snapshots",
                        "zerodha.signals.raw",
                        "zerodha.signals.validated",
                        "zerodha.signals.rejected",
                        "zerodha.orders.submitted",
                        "zerodha.orders.ack",
                        "zerodha.orders.filled",
                        "zerodha.orders.failed",
                        "zerodha.pnl.snapshots",
                        "control.trading-state");
    }

    @Test
    void eachTopicOfALaneHasItsOwnName() {
        assertThat(List.of(
                        Topics.signalsRaw(PAPER),
                        Topics.signalsValidated(PAPER),
                        Topics.signalsRejected(PAPER),
                        Topics.ordersSubmitted(PAPER),
                        Topics.ordersAcknowledged(PAPER),
                        Topics.ordersFilled(PAPER),
                        Topics.ordersFailed(PAPER),
                        Topics.pnlSnapshots(PAPER)))
                .isEqualTo(Topics.lane(PAPER))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyTopicHasADeadLetterTopicThatIsRecognised() {
        assertThat(Topics.house(List.of(AssetClass.values()), List.of(PAPER))).allSatisfy(topic -> {
            assertThat(Topics.deadLetter(topic)).isEqualTo(topic + ".dlq");
            assertThat(Topics.isDeadLetter(topic)).isFalse();
            assertThat(Topics.isDeadLetter(Topics.deadLetter(topic))).isTrue();
        });
    }

    @Property
    void noTwoBrokersShareATopicNorTakeOneThatBelongsToAll(
            @ForAll("brokers") Broker one, @ForAll("brokers") Broker other) {
        assertThat(Topics.lane(one))
                .doesNotContainAnyElementsOf(Topics.house(Set.of(AssetClass.values()), List.of()))
                .allMatch(topic -> topic.matches("[a-z0-9._-]{1,245}"), "is a name Kafka takes, .dlq included");
        if (!one.equals(other)) {
            assertThat(Topics.lane(one)).doesNotContainAnyElementsOf(Topics.lane(other));
        }
    }

    @Property
    void noTwoFlowsShareAConsumerGroup(@ForAll("brokers") Broker one, @ForAll("brokers") Broker other) {
        var groups = new ArrayList<>(groups(one));
        if (!one.equals(other)) {
            groups.addAll(groups(other));
        }
        Arrays.stream(AssetClass.values()).map(ConsumerGroups::strategyRunner).forEach(groups::add);
        assertThat(groups).doesNotHaveDuplicates().allMatch(group -> group.startsWith("alpha-panda."));
    }

    @Test
    void aConsumerGroupNamesItsStageAndItsFlow() {
        assertThat(ConsumerGroups.strategyRunner(AssetClass.CRYPTO))
                .isEqualTo("alpha-panda.strategy-runner.crypto-ticks");
        assertThat(groups(PAPER))
                .containsExactly(
                        "alpha-panda.risk-manager.paper-signals-raw",
                        "alpha-panda.trading-engine.paper-signals-validated",
                        "alpha-panda.portfolio-manager.paper-orders-filled");
    }

    private static List<String> groups(Broker broker) {
        return List.of(
                ConsumerGroups.riskManager(broker),
                ConsumerGroups.tradingEngine(broker),
                ConsumerGroups.portfolioManager(broker));
    }

    /// Any name, and names made of the words that groups are made of.
    @Provide
    Arbitrary<Broker> brokers() {
        var any = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars('-', '0')
                .ofMinLength(0)
                .ofMaxLength(8)
                .map(rest -> "b" + rest);
        var tricky = Arbitraries.of("a", "a-signals-raw", "a-signals", "equity", "equity-ticks", "orders", "signals");
        return Arbitraries.oneOf(any, tricky).map(Broker::new);
    }
}
