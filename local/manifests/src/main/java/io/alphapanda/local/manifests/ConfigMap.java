package io.alphapanda.local.manifests;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/// Settings and files that are no secrets.
public record ConfigMap(Document document) implements Resource {

    private static final String PROPERTIES = ".properties";

    public Map<String, String> data() {
        return document.map("/data");
    }

    /// The files of properties among the data.
    public Map<String, String> files() {
        var files = new TreeMap<String, String>();
        data().forEach((key, value) -> {
            if (key.endsWith(PROPERTIES)) {
                files.put(key, value);
            }
        });
        return files;
    }

    /// The settings in one of them.
    ///
    /// @throws ManifestException if it has a broken escape
    public Map<String, String> properties(String file) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(data().getOrDefault(file, "")));
        } catch (IOException | IllegalArgumentException e) {
            throw new ManifestException(document + " " + file + " can't be read: " + e.getMessage());
        }
        var settings = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(each -> settings.put(each, properties.getProperty(each)));
        return settings;
    }
}
