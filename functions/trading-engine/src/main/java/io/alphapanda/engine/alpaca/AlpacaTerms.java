package io.alphapanda.engine.alpaca;

import io.alphapanda.engine.budget.OrderLimits;
import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.broker.ConfigurationException;
import io.alphapanda.stage.broker.Connection;
import io.alphapanda.stage.broker.Reach;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;

/// How an account at Alpaca is reached, checked: `panda.brokers.<name>.connection.…`.
///
/// | key | default | |
/// |---|---|---|
/// | `key-id`, `secret-key` | none | of the account's API key |
/// | `api` | `https://api.alpaca.markets` | root of the trading API, without `/v2` |
/// | `answer-within-millis` | `7000` | until the whole answer is there; 100 to 60000 |
/// | `orders-per-minute` | `60` | 2 to 150, for all processes together |
///
/// Alpaca takes 200 requests a minute from an account, and reading the book every second takes two each.
///
/// @param keys         what opens the account
/// @param api          root of the trading API
/// @param answerWithin until the whole answer is there
/// @param limits       what the account may send
record AlpacaTerms(Keys keys, URI api, Duration answerWithin, OrderLimits limits) {

    private static final URI ALPACA = URI.create("https://api.alpaca.markets");
    private static final int MOST_PER_SECOND = 10;

    /// Alpaca has no limit of the day; this is what a lane that has run wild may cost.
    private static final int MOST_PER_DAY = 5_000;

    private static final int MODIFICATIONS = 25;

    /// @throws ConfigurationException naming the key, the value, the bound and the fix
    static AlpacaTerms of(BrokerAccount account, Connection connection) {
        var keys = new Keys(key(connection, "key-id"), key(connection, "secret-key"));
        var api = connection.find("api").map(text -> address(connection, text)).orElse(ALPACA);
        Reach.require(account, connection, "api", api, "Alpaca");
        var within = Duration.ofMillis(number(connection, "answer-within-millis", 7_000, 100, 60_000));
        int perMinute = number(connection, "orders-per-minute", 60, 2, 150);
        var limits = OrderLimits.of(
                Math.min(MOST_PER_SECOND, perMinute), perMinute, MOST_PER_DAY, MODIFICATIONS, AlpacaTime.ZONE);
        return new AlpacaTerms(keys, api, within, limits);
    }

    private static String key(Connection connection, String name) {
        var text = connection.require(name, "copy it from the account's page at Alpaca");
        if (!Keys.isKey(text)) {
            throw new ConfigurationException(connection.key(name) + " (" + text.length()
                    + " characters) must be 1 to 128 letters, digits or /+=_-; copy it from the account's page at"
                    + " Alpaca");
        }
        return text;
    }

    /// Plain http would carry the keys in the clear: only to this machine.
    private static URI address(Connection connection, String text) {
        try {
            var address = new URI(text);
            boolean safe = "https".equals(address.getScheme())
                    || ("http".equals(address.getScheme()) && Reach.isThisMachine(address));
            boolean bare = address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
            if (safe && bare) {
                return address;
            }
        } catch (URISyntaxException _) {
            // Said below; the text may hold a password.
        }
        throw new ConfigurationException(connection.key("api")
                + " must be https://host[:port] (http only to this machine), without user, query and fragment; such as "
                + ALPACA);
    }

    private static int number(Connection connection, String name, int usual, int least, int most) {
        var text = connection.find(name);
        if (text.isEmpty()) {
            return usual;
        }
        return text.filter(each -> each.matches("[0-9]{1,6}"))
                .map(Integer::parseInt)
                .filter(each -> each >= least && each <= most)
                .orElseThrow(() -> new ConfigurationException(connection.key(name) + " '" + text.get()
                        + "' must be between " + least + " and " + most + "; correct it or remove it for " + usual));
    }
}
