/// Traces for OpenTelemetry: what was done for one idea, stage by stage, with how long each took and what came of it.
///
/// ```
/// Traces ── Work ends ──▶ SpanQueue ── once a second, a thread of its own ──▶ Collector (OTLP over HTTP)
///                         full: lost, counted                 away: lost, counted, said once
/// ```
///
/// Off unless `panda.traces.endpoint` names a collector: then nothing of OpenTelemetry is loaded, and events hand the
/// trace context on as it came. Only this package knows OpenTelemetry. An idea's trace is found by its correlation id:
/// the trace's id is derived from it ([Traceparent]).
package io.alphapanda.stage.trace;
