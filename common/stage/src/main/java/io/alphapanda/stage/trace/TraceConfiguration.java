package io.alphapanda.stage.trace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/// Whether and what is traced; the same for all rooms of a house. Numbers come as text, so that [TraceSettings] refuses
/// a bad one in its own words.
@ConfigMapping(prefix = "panda.traces")
public interface TraceConfiguration {

    /// The collector that takes spans, OTLP over HTTP: `http://otel-collector:4318`. Unset, nothing is traced.
    Optional<String> endpoint();

    /// Which share is traced of ideas (a signal and all that follows from it in every lane), of requests to the api and
    /// of what timers ask for, 0 to 1.
    @WithDefault("1")
    String ratio();

    /// Which share is traced of tick batches, 0 to 1. There are up to eighty a second, and a signal's trace needs none.
    @WithDefault("0")
    String ticks();
}
