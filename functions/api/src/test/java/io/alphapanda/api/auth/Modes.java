package io.alphapanda.api.auth;

/// Whether callers log in, for tests of what depends on it.
public final class Modes {

    private Modes() {}

    public static AuthMode on() {
        return new AuthMode("on", "0.0.0.0");
    }

    public static AuthMode local() {
        return new AuthMode("off", "127.0.0.1");
    }
}
