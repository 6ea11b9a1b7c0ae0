package io.alphapanda.stage.log;

import io.alphapanda.stage.broker.ConfigurationException;
import java.time.Duration;

/// The log's configuration, validated.
///
/// @param shared whether lines go to Redis
/// @param lines  a channel keeps, about
/// @param age    of a line at most, about
/// @param queue  lines that may wait
record LogSettings(boolean shared, int lines, Duration age, int queue) {

    private static final String PREFIX = "panda.logs.";

    /// @throws ConfigurationException if a value is out of its bounds
    static LogSettings of(LogConfiguration configuration) {
        return new LogSettings(
                configuration.shared(),
                number("lines", configuration.lines(), 100, 1_000_000),
                Duration.ofHours(number("hours", configuration.hours(), 1, 8_784)),
                number("queue", configuration.queue(), 100, 100_000));
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
