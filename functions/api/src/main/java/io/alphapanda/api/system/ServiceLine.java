package io.alphapanda.api.system;

import io.alphapanda.stage.watch.ServiceView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One stage of the house and its processes.
///
/// @param stage     its name
/// @param state     UP: a process said so within half a minute. SILENT: the last one said no good-bye and is not heard
///                  any more. ABSENT: none is there, as with a stage that is scaled to zero
/// @param processes each that is there or was not seen to go
@Schema(description = "One stage of the house and its processes")
public record ServiceLine(String stage, State state, List<Process> processes) {

    /// How a stage or a process stands.
    public enum State {
        UP,
        SILENT,
        ABSENT
    }

    /// @param instance      tells processes of one stage apart
    /// @param state         UP or SILENT
    /// @param brokers       lanes it serves
    /// @param version       of the house
    /// @param java          what it runs on
    /// @param startedAt     when
    /// @param seenAt        when it last said that it is there
    /// @param ageSeconds    how long ago that is
    /// @param memory        its heap, after the last collection
    /// @param memoryPercent of what it may have
    /// @param diskPercent   of the file system it runs in that is used
    @Schema(name = "ServiceProcess", description = "A process of a stage")
    public record Process(
            String instance,
            State state,
            List<String> brokers,
            String version,
            String java,
            Instant startedAt,
            Instant seenAt,
            long ageSeconds,
            Optional<ServiceView.Share> memory,
            Optional<Integer> memoryPercent,
            Optional<Integer> diskPercent) {

        static Process of(ServiceView view, Instant now, Duration silentAfter) {
            long age = Math.max(0, Duration.between(view.at(), now).toSeconds());
            return new Process(
                    view.instance(),
                    age > silentAfter.toSeconds() ? State.SILENT : State.UP,
                    view.brokers(),
                    view.version(),
                    view.java(),
                    view.startedAt(),
                    view.at(),
                    age,
                    view.memory(),
                    view.memory().map(ServiceView.Share::percent),
                    view.disk().map(ServiceView.Share::percent));
        }
    }
}
