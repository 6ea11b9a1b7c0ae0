package io.alphapanda.api.notify;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/// Channels as a configuration makes them.
///
/// @param properties without their prefix
/// @param source     what the configuration is read from
record SomeChannels(Map<String, String> properties, String source) {

    static SomeChannels none() {
        return new SomeChannels(Map.of(), "environment");
    }

    SomeChannels with(String key, String value) {
        var all = new HashMap<>(properties);
        all.put(key, value);
        return new SomeChannels(all, source);
    }

    SomeChannels from(String file) {
        return new SomeChannels(properties, file);
    }

    SomeChannels withWebhook(String url, String token) {
        return with("webhook.url", url).with("webhook.token", token);
    }

    SomeChannels withTelegram(String url, String token, String chat) {
        return with("telegram.url", url).with("telegram.token", token).with("telegram.chat", chat);
    }

    SomeChannels withQuietHours(String hours) {
        return with("quiet-hours", hours);
    }

    SomeChannels withAttempts(int attempts) {
        return with("attempts", Integer.toString(attempts));
    }

    Settings settings() {
        var all = new HashMap<String, String>();
        properties.forEach((key, value) -> all.put("panda.alerts.channels." + key, value));
        var config = new SmallRyeConfigBuilder()
                .withMapping(NotifyConfiguration.class)
                .withSources(new PropertiesConfigSource(all, source, 500))
                .build();
        return new Settings(config.getConfigMapping(NotifyConfiguration.class), config);
    }
}
