package io.alphapanda.runner;

import io.alphapanda.stage.testing.KeptSpans;
import io.alphapanda.stage.trace.Collector;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import jakarta.inject.Singleton;
import java.net.URI;

/// Keeps what the runner tells of its work.
@Singleton
final class Told implements Collector {

    @Override
    public SpanExporter open(URI endpoint) {
        return KeptSpans.ALL;
    }
}
