package io.alphapanda.stage.trace;

import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.URI;

/// Whatever takes spans in.
@FunctionalInterface
public interface Collector {

    /// @param endpoint where spans are posted
    SpanExporter open(URI endpoint);
}
