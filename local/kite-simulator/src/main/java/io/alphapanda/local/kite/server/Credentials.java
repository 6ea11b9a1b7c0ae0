package io.alphapanda.local.kite.server;

import io.vertx.ext.web.RoutingContext;

/// `Authorization: token api_key:access_token`; empty texts where there is none. The official client sends the
/// access token `null` before it has one.
record Credentials(String apiKey, String accessToken) {
    private static final String SCHEME = "token ";

    static Credentials of(RoutingContext context) {
        String header = context.request().getHeader("Authorization");
        if (header == null || !header.startsWith(SCHEME)) {
            String fromForm = context.request().getFormAttribute("api_key");
            return new Credentials(fromForm == null ? "" : fromForm, "");
        }
        String[] parts = header.substring(SCHEME.length()).split(":", 2);
        return new Credentials(parts[0], parts.length == 2 ? parts[1] : "");
    }
}
