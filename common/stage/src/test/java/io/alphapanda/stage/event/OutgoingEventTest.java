package io.alphapanda.stage.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.money.Side;
import io.alphapanda.stage.testing.Signals;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutgoingEventTest {

    private final Object signal = new Signals("paper", "outgoing").next(Side.BUY, 1);

    @Test
    void eventCarriesWhatItsTypeNames() {
        assertThat(event(EventType.SIGNAL_GENERATED).payload()).isSameAs(signal);
    }

    @Test
    void dataOfAnotherTypeIsRefused() {
        assertThatThrownBy(() -> event(EventType.SIGNAL_VALIDATED))
                .hasMessage("event id-1: its data is LaneSignal, of type io.alphapanda.signal-validated.v1 it must be"
                        + " SignalValidated");
    }

    @Test
    void typeThatNamesNoDataYetIsNotSent() {
        assertThatThrownBy(() -> event(EventType.PING))
                .hasMessageEndingWith("of type dev.knative.sources.ping it must be named in EventType first");
    }

    private OutgoingEvent event(EventType type) {
        return new OutgoingEvent(
                "paper.any", type, "id-1", Signals.TIME, "key", Optional.empty(), Optional.empty(), signal);
    }
}
