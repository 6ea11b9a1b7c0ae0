package io.alphapanda.kite;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

/// One account at Zerodha and how to reach it. Two accounts are two of these, side by side, and share nothing.
///
/// @param name         the lane's name, such as `zerodha` or `zerodha-2`; named in messages
/// @param apiKey       of the app, 1 to 64 letters and digits; not secret, but not for everybody
/// @param apiSecret    of the app
/// @param addresses    where Kite is
/// @param bounds       how long and how much
public record KiteAccount(String name, String apiKey, Secret apiSecret, Addresses addresses, Bounds bounds) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,23}");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9]{1,64}");

    public KiteAccount {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("account name '" + name + "' must match " + NAME);
        }
        if (!KEY.matcher(apiKey).matches()) {
            throw new IllegalArgumentException("api-key of account " + name + " (" + apiKey.length()
                    + " characters) must match " + KEY + "; copy it from the app's page at the Kite developer console");
        }
    }

    /// An account at Zerodha itself, with the bounds that suit it.
    public static KiteAccount zerodha(String name, String apiKey, Secret apiSecret) {
        return new KiteAccount(name, apiKey, apiSecret, Addresses.ZERODHA, Bounds.USUAL);
    }

    public KiteAccount at(Addresses other) {
        return new KiteAccount(name, apiKey, apiSecret, other, bounds);
    }

    public KiteAccount within(Bounds other) {
        return new KiteAccount(name, apiKey, apiSecret, addresses, other);
    }

    /// Where a person logs in. Kite sends them back to the app's redirect URL with `request_token` and `status`.
    public URI loginAddress() {
        var key = URLEncoder.encode(apiKey, StandardCharsets.UTF_8);
        return URI.create(addresses.login() + "?v=3&api_key=" + key);
    }

    /// The same, and Kite hands `redirectParameters` (a query string such as `account=zerodha-2`) back with the token.
    public URI loginAddress(String redirectParameters) {
        return URI.create(
                loginAddress() + "&redirect_params=" + URLEncoder.encode(redirectParameters, StandardCharsets.UTF_8));
    }

    /// The three addresses of Kite. Plain `http` and `ws` carry tokens in the clear: only to this machine.
    ///
    /// @param api    root of the REST API
    /// @param login  the page a person logs in at
    /// @param ticker the WebSocket
    public record Addresses(URI api, URI login, URI ticker) {

        public static final Addresses ZERODHA = new Addresses(
                URI.create("https://api.kite.trade"),
                URI.create("https://kite.zerodha.com/connect/login"),
                URI.create("wss://ws.kite.trade"));

        private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

        public Addresses {
            check("api address", api, "https", "http");
            check("login address", login, "https", "http");
            check("ticker address", ticker, "wss", "ws");
        }

        private static void check(String field, URI address, String safe, String plain) {
            var host = address.getHost();
            if (host == null || address.getRawUserInfo() != null) {
                throw new IllegalArgumentException(
                        field + " must be " + safe + "://host[:port], with a host and without user and password");
            }
            var shown = field + " " + address.getScheme() + "://" + host;
            if (address.getRawQuery() != null || address.getRawFragment() != null) {
                throw new IllegalArgumentException(shown + " must not have a query or a fragment; remove it");
            }
            if (!safe.equals(address.getScheme())
                    && !(plain.equals(address.getScheme()) && THIS_MACHINE.contains(host))) {
                throw new IllegalArgumentException(
                        shown + " must begin with " + safe + "://; " + plain + ":// only to " + THIS_MACHINE);
            }
        }
    }

    /// How long and how much.
    ///
    /// @param connectWithin until a connection stands; 0.1 to 30 s
    /// @param answerWithin  until the whole answer is there; 0.1 to 60 s. Kite's own clients wait 7 s
    /// @param fileWithin    the same for the list of instruments; 1 to 300 s
    /// @param connections   at once; 1 to 50
    /// @param waiting       requests that wait for one of them; 1 to 1000, the next is not sent
    /// @param idle          how long an unused connection is kept; 1 to 300 s. Below the server's own, or a request
    ///                      may be written into a connection that is being closed, which leaves its result unknown
    public record Bounds(
            Duration connectWithin,
            Duration answerWithin,
            Duration fileWithin,
            int connections,
            int waiting,
            Duration idle) {

        public static final Bounds USUAL = new Bounds(
                Duration.ofSeconds(3), Duration.ofSeconds(7), Duration.ofSeconds(60), 8, 64, Duration.ofSeconds(15));

        public Bounds {
            check("connect-within", connectWithin, Duration.ofMillis(100), Duration.ofSeconds(30));
            check("answer-within", answerWithin, Duration.ofMillis(100), Duration.ofSeconds(60));
            check("file-within", fileWithin, Duration.ofSeconds(1), Duration.ofSeconds(300));
            check("connections", connections, 50);
            check("waiting", waiting, 1000);
            check("idle", idle, Duration.ofSeconds(1), Duration.ofSeconds(300));
        }

        private static void check(String field, Duration value, Duration least, Duration most) {
            if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
                throw new IllegalArgumentException(field + " " + value + " must lie between " + least + " and " + most
                        + "; correct it or remove it for the default");
            }
        }

        private static void check(String field, int value, int most) {
            if (value < 1 || value > most) {
                throw new IllegalArgumentException(field + " " + value + " must lie between 1 and " + most
                        + "; correct it or remove it for the default");
            }
        }
    }
}
