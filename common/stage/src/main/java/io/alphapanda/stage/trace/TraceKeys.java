package io.alphapanda.stage.trace;

/// What spans are described by. Where OpenTelemetry's semantic conventions have a name it is theirs; what is the
/// house's own begins with `panda.`. Never a secret, an address with a query or a header.
public final class TraceKeys {

    public static final String LANE = "panda.lane";
    public static final String CORRELATION_ID = "panda.correlation_id";
    public static final String OUTCOME = "panda.outcome";

    public static final String EVENT_ID = "cloudevents.event_id";
    public static final String EVENT_TYPE = "cloudevents.event_type";

    public static final String SYSTEM = "messaging.system";
    public static final String OPERATION = "messaging.operation.name";
    public static final String OPERATION_TYPE = "messaging.operation.type";
    public static final String TOPIC = "messaging.destination.name";

    public static final String METHOD = "http.request.method";
    public static final String ROUTE = "http.route";
    public static final String PATH = "url.path";
    public static final String SCHEME = "url.scheme";
    public static final String STATUS = "http.response.status_code";

    public static final String ERROR_TYPE = "error.type";

    private TraceKeys() {}
}
