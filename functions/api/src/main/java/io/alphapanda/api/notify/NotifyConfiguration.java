package io.alphapanda.api.notify;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/// Where alerts are told. What is secret comes from the environment alone: `webhook.url`, `webhook.token`,
/// `telegram.token`.
@ConfigMapping(prefix = "panda.alerts.channels")
interface NotifyConfiguration {

    /// When only critical alerts are told, as `22:00-07:00`; unset, never. What is held back is told when they end, if
    /// it still stands.
    Optional<String> quietHours();

    /// The zone of those hours.
    @WithDefault("Asia/Kolkata")
    String quietZone();

    /// How often one alert is tried at one channel, 1 to 50.
    @WithDefault("8")
    int attempts();

    Webhook webhook();

    Telegram telegram();

    /// Whatever takes an HTTP POST of JSON.
    interface Webhook {

        /// Its address; unset, there is no such channel. Environment only.
        Optional<String> url();

        /// Sent as `Authorization: Bearer …`. Environment only.
        Optional<String> token();
    }

    /// A chat of a Telegram bot.
    interface Telegram {

        /// The bot's; unset, there is no such channel. Environment only.
        Optional<String> token();

        /// The chat's id, or `@name` of a channel.
        Optional<String> chat();

        /// Where Telegram is.
        @WithDefault("https://api.telegram.org")
        String url();
    }
}
