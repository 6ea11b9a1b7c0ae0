package io.alphapanda.feed;

import io.alphapanda.stage.broker.ConfigurationException;

/// Reads single values of the configuration.
final class Checked {

    static final String PREFIX = "panda.feed.";

    interface Reading<T> {
        T read();
    }

    private Checked() {}

    static <T> T value(String field, Reading<T> reading) {
        try {
            return reading.read();
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(PREFIX + field + ": " + e.getMessage());
        }
    }

    static long number(String field, String text, long lowest, long highest) {
        try {
            long number = Long.parseLong(text.strip());
            if (number >= lowest && number <= highest) {
                return number;
            }
        } catch (NumberFormatException _) {
            // falls through to the one message
        }
        throw new ConfigurationException(PREFIX + field + " '" + text + "' must be a whole number from " + lowest
                + " to " + highest + "; change it or leave it out");
    }
}
