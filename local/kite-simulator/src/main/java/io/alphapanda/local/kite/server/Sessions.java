package io.alphapanda.local.kite.server;

import io.alphapanda.local.kite.exchange.AccountSpec;
import io.alphapanda.local.kite.exchange.ErrorType;
import io.alphapanda.local.kite.exchange.India;
import io.alphapanda.local.kite.exchange.RefusedException;
import io.alphapanda.local.kite.exchange.SimulatorTime;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who is logged in. A request token is good once and for a few minutes; an access token until the next 06:00 Indian
/// time, a logout, or the user's own master logout.
final class Sessions {
    private static final Duration REQUEST_TOKEN_LIFE = Duration.ofMinutes(5);
    private static final LocalTime TOKEN_DEATH = LocalTime.of(6, 0);
    private static final int TOKEN_BYTES = 16;

    private record Token(AccountSpec account, Instant dies) {}

    private final List<AccountSpec> accounts;
    private final SimulatorTime time;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Token> requestTokens = new HashMap<>();
    private final Map<String, Token> accessTokens = new HashMap<>();

    Sessions(List<AccountSpec> accounts, SimulatorTime time) {
        this.accounts = accounts;
        this.time = time;
    }

    Optional<AccountSpec> byApiKey(String apiKey) {
        return accounts.stream()
                .filter(account -> account.apiKey().equals(apiKey))
                .findFirst();
    }

    Optional<AccountSpec> byUser(String userId) {
        return accounts.stream()
                .filter(account -> account.userId().equals(userId))
                .findFirst();
    }

    /// The user has logged in on the broker's page.
    synchronized String requestToken(AccountSpec account) {
        String token = newToken();
        requestTokens.put(token, new Token(account, time.now().plus(REQUEST_TOKEN_LIFE)));
        return token;
    }

    /// @return the access token
    /// @throws RefusedException 403 when the request token is not alive or the checksum is wrong
    synchronized String exchange(String apiKey, String requestToken, String checksum) {
        Token token = requestTokens.remove(requestToken);
        if (token == null || !alive(token) || !token.account.apiKey().equals(apiKey)) {
            throw new RefusedException(ErrorType.TOKEN, "Token is invalid or has expired.");
        }
        if (!Checksum.sha256(apiKey + requestToken + token.account.apiSecret()).equals(checksum)) {
            throw new RefusedException(ErrorType.TOKEN, "Invalid `checksum`.");
        }
        return open(token.account);
    }

    /// An access token without the login.
    synchronized String open(AccountSpec account) {
        String accessToken = newToken();
        accessTokens.put(accessToken, new Token(account, India.next(TOKEN_DEATH, time.now())));
        return accessToken;
    }

    /// @throws RefusedException 403 when the token is not, or no longer, of that key
    synchronized AccountSpec authenticate(String apiKey, String accessToken) {
        Token token = accessTokens.get(accessToken);
        if (token == null || !alive(token) || !token.account.apiKey().equals(apiKey)) {
            throw new RefusedException(ErrorType.TOKEN, "Incorrect `api_key` or `access_token`.");
        }
        return token.account;
    }

    synchronized void end(String accessToken) {
        accessTokens.remove(accessToken);
    }

    /// Every token of the user dies, as on a master logout.
    synchronized void endAll(String userId) {
        accessTokens.values().removeIf(token -> token.account.userId().equals(userId));
    }

    private boolean alive(Token token) {
        return time.now().isBefore(token.dies);
    }

    private String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
