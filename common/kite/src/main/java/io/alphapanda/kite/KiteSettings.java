package io.alphapanda.kite;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/// A [KiteAccount] of plain text settings, for whoever keeps them.
///
/// | setting | default |
/// |---|---|
/// | `api-key`, `api-secret` | none |
/// | `api` | `https://api.kite.trade` |
/// | `login` | `https://kite.zerodha.com/connect/login` |
/// | `ticker` | `wss://ws.kite.trade` |
public final class KiteSettings {

    private KiteSettings() {}

    /// @param name    the account's
    /// @param setting finds a setting's text, empty if it is not set
    /// @throws IllegalArgumentException if one is missing or can't be used; the message names it, never a secret
    public static KiteAccount account(String name, Function<String, Optional<String>> setting) {
        var usual = KiteAccount.Addresses.ZERODHA;
        var addresses = new KiteAccount.Addresses(
                address(setting, "api", usual.api()),
                address(setting, "login", usual.login()),
                address(setting, "ticker", usual.ticker()));
        return KiteAccount.zerodha(name, required(setting, "api-key"), secret(setting))
                .at(addresses);
    }

    private static Secret secret(Function<String, Optional<String>> setting) {
        var text = required(setting, "api-secret");
        try {
            return Secret.of(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("api-secret: " + e.getMessage());
        }
    }

    private static String required(Function<String, Optional<String>> setting, String key) {
        return setting.apply(key)
                .orElseThrow(() -> new IllegalArgumentException(
                        key + " is not set; copy it from the app's page at the Kite developer console"));
    }

    private static URI address(Function<String, Optional<String>> setting, String key, URI usual) {
        var text = setting.apply(key);
        if (text.isEmpty()) {
            return usual;
        }
        try {
            return URI.create(text.get());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(key + " is no address; write scheme://host[:port], such as " + usual);
        }
    }
}
