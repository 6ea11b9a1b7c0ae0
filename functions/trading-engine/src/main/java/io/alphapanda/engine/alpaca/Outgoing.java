package io.alphapanda.engine.alpaca;

import java.nio.charset.StandardCharsets;

/// An order as it is written to Alpaca, and its permission to leave. Public only for the generated client.
public final class Outgoing {

    private final String json;
    private final Departure departure;

    Outgoing(String json, Departure departure) {
        this.json = json;
        this.departure = departure;
    }

    byte[] leaving() {
        departure.leave();
        return json.getBytes(StandardCharsets.UTF_8);
    }

    boolean abandon() {
        return departure.abandon();
    }

    @Override
    public String toString() {
        return json.length() + " characters";
    }
}
