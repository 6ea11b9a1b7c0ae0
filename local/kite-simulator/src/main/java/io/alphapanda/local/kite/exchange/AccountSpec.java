package io.alphapanda.local.kite.exchange;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A simulated account and the one API key that trades it.
///
/// @param redirectUrl         where the login ends
/// @param postbackUrl         where order updates are posted, if anywhere; loopback only
/// @param cash                rupees at the start
/// @param depositoryConsent   false: selling from holdings needs an authorisation of the day (HTTP 428 until then)
public record AccountSpec(
        String userId,
        String apiKey,
        String apiSecret,
        URI redirectUrl,
        @Nullable URI postbackUrl,
        BigDecimal cash,
        List<HoldingSpec> holdings,
        boolean depositoryConsent) {
    /// Shares that lie in the account from the start.
    ///
    /// @param instrument `EXCHANGE:SYMBOL`
    public record HoldingSpec(String instrument, long quantity, BigDecimal averagePrice) {}

    public AccountSpec {
        holdings = List.copyOf(holdings);
        require(!userId.isBlank(), "userId", userId, "must not be blank");
        require(!apiKey.isBlank(), "apiKey", apiKey, "must not be blank");
        require(!apiSecret.isBlank(), "apiSecret", "(blank)", "must not be blank");
        require(cash.signum() >= 0, "cash", cash, "must not be negative");
        require(
                postbackUrl == null || Loopback.is(postbackUrl),
                "postbackUrl",
                String.valueOf(postbackUrl),
                "must point to 127.0.0.1 or localhost");
    }

    /// Ten million rupees, no holdings, consent given, no postbacks.
    public static AccountSpec of(String userId, String apiKey, String apiSecret) {
        return new AccountSpec(
                userId,
                apiKey,
                apiSecret,
                URI.create("http://127.0.0.1/"),
                null,
                new BigDecimal("10000000"),
                List.of(),
                true);
    }

    public AccountSpec withRedirectUrl(URI url) {
        return new AccountSpec(userId, apiKey, apiSecret, url, postbackUrl, cash, holdings, depositoryConsent);
    }

    public AccountSpec withPostbackUrl(URI url) {
        return new AccountSpec(userId, apiKey, apiSecret, redirectUrl, url, cash, holdings, depositoryConsent);
    }

    public AccountSpec withCash(String rupees) {
        return new AccountSpec(
                userId,
                apiKey,
                apiSecret,
                redirectUrl,
                postbackUrl,
                new BigDecimal(rupees),
                holdings,
                depositoryConsent);
    }

    public AccountSpec withHolding(String instrument, long quantity, String averagePrice) {
        List<HoldingSpec> more = new ArrayList<>(holdings);
        more.add(new HoldingSpec(instrument, quantity, new BigDecimal(averagePrice)));
        return new AccountSpec(userId, apiKey, apiSecret, redirectUrl, postbackUrl, cash, more, depositoryConsent);
    }

    public AccountSpec withoutDepositoryConsent() {
        return new AccountSpec(userId, apiKey, apiSecret, redirectUrl, postbackUrl, cash, holdings, false);
    }

    /// Without the secret.
    @Override
    public String toString() {
        return "AccountSpec[userId=%s, apiKey=%s]".formatted(userId, apiKey);
    }

    private static void require(boolean condition, String field, Object value, String rule) {
        if (!condition) {
            throw new IllegalArgumentException("account %s %s but is %s".formatted(field, rule, value));
        }
    }
}
