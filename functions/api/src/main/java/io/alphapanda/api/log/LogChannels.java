package io.alphapanda.api.log;

import io.alphapanda.api.log.LogStreams.Part;
import io.alphapanda.stage.log.LogChannel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The channels there are, and what they hold.
///
/// @param channels every channel, even one without a line
@Schema(description = "The channels there are, and what they hold")
public record LogChannels(List<Channel> channels) {

    /// One channel.
    ///
    /// @param channel its name
    /// @param lines   it holds
    /// @param oldest  when the oldest of them was logged; null without one
    /// @param newest  when the newest was
    @Schema(name = "LogChannel", description = "One channel")
    public record Channel(String channel, long lines, Optional<Instant> oldest, Optional<Instant> newest) {

        static Channel of(LogChannel channel, long lines, Part oldest, Part newest) {
            return new Channel(channel.label(), lines, time(oldest), time(newest));
        }

        private static Optional<Instant> time(Part part) {
            return part.last().map(at -> Instant.ofEpochMilli(at.millis()));
        }
    }
}
