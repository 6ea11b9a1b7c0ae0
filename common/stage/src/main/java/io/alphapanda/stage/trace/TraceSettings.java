package io.alphapanda.stage.trace;

import io.alphapanda.stage.broker.ConfigurationException;
import java.net.URI;
import java.util.Optional;

/// The traces' configuration, validated.
///
/// @param endpoint where spans are posted, its path included; empty where nothing is traced
/// @param ratio    share of what begins a trace, ticks excepted
/// @param ticks    share of tick batches
record TraceSettings(Optional<URI> endpoint, double ratio, double ticks) {

    private static final String PREFIX = "panda.traces.";
    private static final String PATH = "/v1/traces";

    /// @throws ConfigurationException if a value is out of its bounds
    static TraceSettings of(TraceConfiguration configuration) {
        return new TraceSettings(
                configuration
                        .endpoint()
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .map(TraceSettings::address),
                share("ratio", configuration.ratio()),
                share("ticks", configuration.ticks()));
    }

    /// What is configured may be shown to people, so it has no place for a password.
    private static URI address(String text) {
        try {
            var uri = URI.create(text);
            boolean isHttp = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (isHttp && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawQuery() == null) {
                var path = uri.getRawPath().replaceFirst("/$", "");
                return uri.resolve(path.isEmpty() ? PATH : path);
            }
        } catch (IllegalArgumentException _) {
            // Told below, like an address of another kind.
        }
        throw new ConfigurationException(PREFIX
                + "endpoint must be an address such as http://otel-collector:4318, without user or query; change it"
                + " or leave it out");
    }

    private static double share(String field, String text) {
        try {
            double share = Double.parseDouble(text.strip());
            if (share >= 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException _) {
            // Told below, like a number out of bounds.
        }
        throw new ConfigurationException(
                PREFIX + field + " '" + text + "' must be a number from 0 to 1; change it or leave it out");
    }
}
