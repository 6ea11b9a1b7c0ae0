package io.alphapanda.stage.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.stage.broker.ConfigurationException;
import io.alphapanda.stage.delivery.Handled;
import io.alphapanda.stage.delivery.LaneInput;
import io.alphapanda.stage.delivery.ServedTypes;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpenDoorTest {

    private static final ServedTypes SIGNALS = new ServedTypes(Set.of(EventType.SIGNAL_GENERATED));
    private static final List<LaneInput> INPUTS = List.of(
            new LaneInput(EventType.SIGNAL_GENERATED, Topics::signalsRaw, broker -> "group", _ -> Uni.createFrom()
                    .item(Handled.DONE)));

    @Test
    void oneDoorIsOpen() {
        assertThat(new OpenDoor("function", SIGNALS, INPUTS).isStream()).isFalse();
        assertThat(new OpenDoor("stream", SIGNALS, INPUTS).isStream()).isTrue();
    }

    @Test
    void unknownDoorStopsTheStart() {
        assertThatThrownBy(() -> new OpenDoor("both", SIGNALS, INPUTS))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("panda.door 'both' must be function or stream; correct it");
    }

    @Test
    void streamDoorOfAStageThatHasNoneStopsTheStart() {
        assertThatThrownBy(() -> new OpenDoor("stream", SIGNALS, List.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("panda.door=stream, but this stage has only the function door");
    }

    @Test
    void applicationThatTakesNoEventsDoesNotCare() {
        assertThat(new OpenDoor("stream", new ServedTypes(Set.of()), List.of()).isStream())
                .isTrue();
    }
}
