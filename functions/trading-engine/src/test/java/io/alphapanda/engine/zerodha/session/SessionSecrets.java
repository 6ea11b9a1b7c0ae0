package io.alphapanda.engine.zerodha.session;

import java.net.URI;

/// Looks up what a test must not find elsewhere.
public final class SessionSecrets {

    private SessionSecrets() {}

    /// The ticker's address is the one place that says it.
    public static String accessToken(Access access) {
        var address = URI.create(access.kite().tickerAddress().reveal());
        return Visit.parameter(address.toString(), "access_token");
    }
}
