package io.alphapanda.engine.alpaca;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/// Shows the keys with every request.
final class KeyHeaders implements ClientRequestFilter {

    private final Keys keys;

    KeyHeaders(Keys keys) {
        this.keys = keys;
    }

    @Override
    public void filter(ClientRequestContext request) {
        request.getHeaders().putSingle("APCA-API-KEY-ID", keys.id());
        request.getHeaders().putSingle("APCA-API-SECRET-KEY", keys.secret());
    }
}
