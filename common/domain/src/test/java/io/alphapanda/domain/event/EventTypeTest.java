package io.alphapanda.domain.event;

import static io.alphapanda.domain.event.EventType.Scope.CONTROL;
import static io.alphapanda.domain.event.EventType.Scope.LANE;
import static io.alphapanda.domain.event.EventType.Scope.MARKET;
import static io.alphapanda.domain.event.EventType.Scope.TIMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTypeTest {

    @Test
    void everyKindOfEventHasItsTypeAndItsOwner() {
        assertThat(EventType.values())
                .extracting(EventType::type, EventType::scope)
                .containsExactly(
                        tuple("io.alphapanda.tick-batch.v1", MARKET),
                        tuple("io.alphapanda.signal-generated.v1", LANE),
                        tuple("io.alphapanda.signal-validated.v1", LANE),
                        tuple("io.alphapanda.signal-rejected.v1", LANE),
                        tuple("io.alphapanda.order-submitted.v1", LANE),
                        tuple("io.alphapanda.order-acknowledged.v1", LANE),
                        tuple("io.alphapanda.order-filled.v1", LANE),
                        tuple("io.alphapanda.order-failed.v1", LANE),
                        tuple("io.alphapanda.pnl-snapshot.v1", LANE),
                        tuple("io.alphapanda.trading-state-changed.v1", CONTROL),
                        tuple("dev.knative.sources.ping", TIMER));
    }

    @Test
    void everyEventThatSomebodySendsNamesItsData() {
        assertThat(EventType.values())
                .filteredOn(each -> each.payload().isPresent())
                .extracting(each -> each.payload().orElseThrow().getSimpleName())
                .containsExactly(
                        "TickBatch",
                        "LaneSignal",
                        "SignalValidated",
                        "SignalRejected",
                        "OrderSubmitted",
                        "OrderAcknowledged",
                        "OrderFilled",
                        "OrderFailed",
                        "PnlSnapshot",
                        "TradingStateChanged");
    }

    @Test
    void aTypeIsFoundByWhatItTravelsUnder() {
        assertThat(EventType.values())
                .allSatisfy(each -> assertThat(EventType.find(each.type())).contains(each));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tick-batch", "io.alphapanda.tick-batch", "io.alphapanda.tick-batch.v2", "TICK_BATCH"})
    void aTypeNobodyKnowsIsNotGuessed(String type) {
        assertThat(EventType.find(type)).isEmpty();
    }
}
