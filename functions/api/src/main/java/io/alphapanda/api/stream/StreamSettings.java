package io.alphapanda.api.stream;

import io.alphapanda.stage.broker.ConfigurationException;
import java.time.Duration;

/// The stream's configuration, validated.
///
/// @param clients   of one process at most
/// @param buffer    bytes kept for a client that does not read
/// @param heartbeat between two signs of life
/// @param activity  between two looks for activity
record StreamSettings(int clients, long buffer, Duration heartbeat, Duration activity) {

    private static final String PREFIX = "panda.api.stream.";
    private static final long KILOBYTE = 1024;

    /// @throws ConfigurationException if a value is out of its bounds
    static StreamSettings of(StreamConfiguration configuration) {
        return new StreamSettings(
                number("clients", configuration.clients(), 1, 100_000),
                KILOBYTE * number("buffer-kilobytes", configuration.bufferKilobytes(), 64, 65_536),
                Duration.ofSeconds(number("heartbeat-seconds", configuration.heartbeatSeconds(), 1, 300)),
                Duration.ofMillis(number("activity-millis", configuration.activityMillis(), 50, 10_000)));
    }

    private static int number(String field, String text, int lowest, int highest) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= lowest && number <= highest) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Told below, like a number out of bounds.
        }
        throw new ConfigurationException(PREFIX + field + " '" + text + "' must be a whole number from " + lowest
                + " to " + highest + "; change it or leave it out");
    }
}
