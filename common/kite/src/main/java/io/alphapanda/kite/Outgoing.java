package io.alphapanda.kite;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/// The body of a request, and its permission to leave. Public only for the generated client.
public final class Outgoing {

    private final String text;
    private final Departure departure;

    private Outgoing(String text, Departure departure) {
        this.text = text;
        this.departure = departure;
    }

    static Outgoing form(Map<String, String> fields, Departure departure) {
        var text = fields.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        return new Outgoing(text, departure);
    }

    static Outgoing json(String text) {
        return new Outgoing(text, Departure.anytime());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    byte[] leaving() {
        departure.leave();
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// A body may carry secrets.
    @Override
    public String toString() {
        return text.length() + " characters";
    }
}
