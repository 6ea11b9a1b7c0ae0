package io.alphapanda.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// The configuration of the house, as far as the launcher has to know it: which accounts there are and of what kind.
/// The functions read all of it themselves, in the same order of precedence.
///
/// ```
/// environment  >  config/application.properties in the project's folder  >  the stages' defaults
/// ```
final class Settings {

    private static final String DEFAULTS = "META-INF/microprofile-config.properties";

    private final Map<String, String> environment;
    private final Properties file;
    private final Properties defaults;

    Settings(Map<String, String> environment, Properties file, Properties defaults) {
        this.environment = Map.copyOf(environment);
        this.file = file;
        this.defaults = defaults;
    }

    /// @throws StartException if the file can't be read
    static Settings of(Layout layout) {
        return new Settings(System.getenv(), ofFile(layout), ofStages());
    }

    private static Properties ofFile(Layout layout) {
        var file = new Properties();
        if (Files.exists(layout.configuration())) {
            try (var text = Files.newBufferedReader(layout.configuration())) {
                file.load(text);
            } catch (IOException | IllegalArgumentException e) {
                throw new StartException(
                        layout.configuration() + " can't be read (" + e.getMessage() + "); correct or remove it");
            }
        }
        return file;
    }

    private static Properties ofStages() {
        var defaults = new Properties();
        try {
            for (var each :
                    java.util.Collections.list(Settings.class.getClassLoader().getResources(DEFAULTS))) {
                try (var stream = each.openStream()) {
                    defaults.load(stream);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return defaults;
    }

    /// Blank counts as absent: that is how the environment says "not set".
    Optional<String> find(String key) {
        return named(key)
                .or(() -> Optional.ofNullable(defaults.getProperty(key)).map(String::strip))
                .filter(text -> !text.isEmpty());
    }

    /// The same, if a person has set it; the stages' defaults do not count.
    Optional<String> named(String key) {
        return Optional.ofNullable(environment.get(variable(key)))
                .or(() -> Optional.ofNullable(file.getProperty(key)))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /// The environment's name of a key.
    static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
