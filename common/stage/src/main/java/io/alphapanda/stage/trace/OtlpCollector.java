package io.alphapanda.stage.trace;

import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.sender.jdk.internal.JdkHttpSenderProvider;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/// An OpenTelemetry collector: OTLP over HTTP, protobuf.
@DefaultBean
@Singleton
final class OtlpCollector implements Collector {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    @Override
    public SpanExporter open(URI endpoint) {
        return OtlpHttpSpanExporter.builder()
                .setEndpoint(endpoint.toString())
                .setConnectTimeout(CONNECT_WITHIN)
                .setTimeout(ANSWER_WITHIN)
                // What could not be delivered is lost and counted; the next ones are on their way.
                .setRetryPolicy(null)
                .setComponentLoader(new JdkSender())
                .build();
    }

    /// Names the sender outright: a native executable has no directory of services to find it in.
    private static final class JdkSender implements ComponentLoader {

        @Override
        public <T> Iterable<T> load(Class<T> service) {
            var sender = new JdkHttpSenderProvider();
            return service.isInstance(sender) ? List.of(service.cast(sender)) : List.of();
        }
    }
}
