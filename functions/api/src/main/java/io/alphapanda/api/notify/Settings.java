package io.alphapanda.api.notify;

import io.alphapanda.stage.broker.ConfigurationException;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/// The channels' configuration, checked at start. Messages name keys and never a secret's value.
@Startup
@Singleton
final class Settings {

    private static final String PREFIX = "panda.alerts.channels.";
    private static final int MOST_ATTEMPTS = 50;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._~:+/=-]{1,500}");
    private static final List<String> SECRET = List.of("webhook.url", "webhook.token", "telegram.token");

    private final NotifyConfiguration configured;
    private final Optional<QuietHours> quiet;

    @Inject
    Settings(NotifyConfiguration configured, Config config) {
        this.configured = configured;
        SECRET.forEach(key -> refuseFile(config, PREFIX + key));
        if (configured.attempts() < 1 || configured.attempts() > MOST_ATTEMPTS) {
            throw new ConfigurationException(PREFIX + "attempts " + configured.attempts()
                    + " must be between 1 and 50; correct it or remove it for the default of 8");
        }
        webhook().ifPresent(each -> address(PREFIX + "webhook.url", each));
        given(configured.webhook().token()).ifPresent(each -> plain("webhook.token", each));
        telegramToken().ifPresent(each -> plain("telegram.token", each));
        if (telegramToken().isPresent() != telegramChat().isPresent()) {
            throw new ConfigurationException(
                    PREFIX + "telegram.token and telegram.chat go together; set both, or neither");
        }
        address(PREFIX + "telegram.url", configured.telegram().url());
        this.quiet = configured.quietHours().filter(each -> !each.isBlank()).map(each -> QuietHours.of(each, zone()));
    }

    /// A file lies around, is copied and checked in.
    private static void refuseFile(Config config, String key) {
        var value = config.getConfigValue(key);
        var source = String.valueOf(value.getSourceName());
        if (value.getValue() != null && (source.contains(".properties") || source.contains(".yaml"))) {
            throw new ConfigurationException(
                    key + " is a secret and must not stand in a file; set it in the environment");
        }
    }

    /// What can't stand in a header or an address is found out here: whoever meets it later says it aloud.
    private static void plain(String key, String secret) {
        if (!PLAIN.matcher(secret).matches()) {
            throw new ConfigurationException(
                    PREFIX + key + " must be letters, digits and . _ ~ : + / = - alone, at most 500; correct it");
        }
    }

    private static URI address(String key, String text) {
        try {
            var address = URI.create(text);
            if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
                return address;
            }
        } catch (IllegalArgumentException _) {
            // Told below, like an address of another kind. Its value may hold a secret.
        }
        throw new ConfigurationException(key + " must be an http or https address; correct it or remove it");
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(configured.quietZone());
        } catch (DateTimeException _) {
            throw new ConfigurationException(PREFIX + "quiet-zone '" + configured.quietZone()
                    + "' must be a zone such as Asia/Kolkata; correct it or remove it for the default");
        }
    }

    private Optional<String> webhook() {
        return given(configured.webhook().url());
    }

    private Optional<String> telegramToken() {
        return given(configured.telegram().token());
    }

    private Optional<String> telegramChat() {
        return given(configured.telegram().chat());
    }

    /// Blank counts as absent: that is how the environment says "not set".
    private static Optional<String> given(Optional<String> value) {
        return value.map(String::strip).filter(each -> !each.isEmpty());
    }

    Optional<QuietHours> quiet() {
        return quiet;
    }

    int attempts() {
        return configured.attempts();
    }

    /// Those that are configured.
    List<Channel> channels() {
        var all = new java.util.ArrayList<Channel>();
        webhook()
                .ifPresent(url -> all.add(new WebhookChannel(
                        URI.create(url), given(configured.webhook().token()))));
        telegramToken()
                .ifPresent(token -> all.add(new TelegramChannel(
                        configured.telegram().url(), token, telegramChat().orElseThrow())));
        return List.copyOf(all);
    }
}
