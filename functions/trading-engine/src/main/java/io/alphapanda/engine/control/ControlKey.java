package io.alphapanda.engine.control;

import io.alphapanda.stage.broker.ConfigurationException;
import io.alphapanda.stage.broker.Reach;
import io.quarkus.runtime.Startup;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// What the doors for commands ask for. People say who they are at the api, which passes their commands on with
/// this key; whoever has it may halt and resume.
///
/// ```
/// key set        Authorization: Bearer <key> ─▶ in    anything else ─▶ 401
/// no key         on loopback ─▶ in                    elsewhere ─▶ 403: a halt is for somebody, not for everybody
/// ```
@Singleton
@Startup
public final class ControlKey {

    private static final Logger LOG = Logger.getLogger(ControlKey.class);
    private static final String KEY = "panda.control.key";
    private static final String HOW = "make one with: openssl rand -hex 32";
    private static final int SHORTEST = 24;
    private static final String SCHEME = "Bearer ";

    private final Optional<byte[]> expected;
    private final boolean loopback;

    /// @param key  what the trading-engine's doors for commands ask for, the same at the engine and the api; at
    ///             least 24
    ///             characters, `openssl rand -hex 32`. Unset, they are open on loopback and shut elsewhere
    /// @param host where this process listens
    ControlKey(
            @ConfigProperty(name = "panda.control.key") Optional<String> key,
            @ConfigProperty(name = "quarkus.http.host") String host) {
        var text = key.map(String::strip).filter(each -> !each.isEmpty());
        text.filter(each -> each.length() < SHORTEST).ifPresent(each -> {
            throw new ConfigurationException(
                    KEY + " has " + each.length() + " characters and must have at least " + SHORTEST + "; " + HOW);
        });
        this.expected = text.map(each -> (SCHEME + each).getBytes(StandardCharsets.UTF_8));
        this.loopback = Reach.isLoopback(host);
        if (expected.isEmpty() && !loopback) {
            LOG.warnf("%s is not set, and this process listens on %s: its doors for commands are shut", KEY, host);
        }
    }

    /// Lets the request go on, or ends it.
    public void ask(RoutingContext http) {
        refusal(http.request().getHeader("Authorization"), http.normalizedPath())
                .ifPresentOrElse(answer -> answer.send(http), http::next);
    }

    Optional<ControlAnswer> refusal(String authorization, String path) {
        if (expected.isEmpty()) {
            return loopback
                    ? Optional.empty()
                    : Optional.of(ControlAnswer.problem(
                            "forbidden",
                            403,
                            "This door is shut",
                            KEY + " is not set here, and this process does not listen on loopback; " + HOW,
                            path));
        }
        var given = (authorization == null ? "" : authorization).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, expected.get())
                ? Optional.empty()
                : Optional.of(ControlAnswer.problem(
                        "unauthenticated", 401, "The key is missing", "send Authorization: Bearer with " + KEY, path));
    }
}
