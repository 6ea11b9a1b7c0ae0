package io.alphapanda.local.manifests;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads [House] from the project's folder: from the pages that are generated from the code, and the stages' defaults.
public final class HousePages {

    private static final Pattern VARIABLE = Pattern.compile("\\| `([A-Z][A-Z0-9_]*(?:<NAME>[A-Z0-9_]*)?)` \\|");
    private static final Pattern METER =
            Pattern.compile("(?m)^\\| `(panda_[a-z_]+)` \\| (counter|gauge|timer|histogram) \\|");
    private static final Pattern ANSWER_WITHIN =
            Pattern.compile("`PANDA_DELIVERY_ANSWER_WITHIN_SECONDS` \\| `(\\d+)` \\|");
    private static final Pattern KIND = Pattern.compile("panda\\.brokers\\.(.+)\\.kind");

    /// Written by the brokers' own rooms, which know their names; the trading-engine's README lists them.
    private static final String CONNECTION = "PANDA_BROKERS_[A-Z0-9_]+_CONNECTION_[A-Z0-9_]+";

    private static final String DEFAULTS = "common/stage/src/main/resources/META-INF/microprofile-config.properties";
    private static final String COLD_STARTS = "docs/cold-start.md";

    /// A row of the page's table: function, the plain form's median, the image form's.
    private static final Pattern COLD_START = Pattern.compile("(?m)^\\| ([a-z-]+) \\| \\d+ \\| (\\d+) \\|");

    private final Path root;

    private HousePages(Path root) {
        this.root = root;
    }

    /// @param root the project's folder
    public static House read(Path root) {
        var pages = new HousePages(root);
        var configuration = pages.text("docs/configuration.md");
        return new House(
                pages.functions(),
                keys(configuration),
                series(pages.text("docs/reference/metrics.md")),
                kinds(pages.text(DEFAULTS)),
                ANSWER_WITHIN
                        .matcher(configuration)
                        .results()
                        .map(each -> Integer.valueOf(each.group(1)))
                        .findFirst()
                        .orElseThrow(() -> new ManifestException("docs/configuration.md does not say the default of"
                                + " PANDA_DELIVERY_ANSWER_WITHIN_SECONDS; write the page again")),
                pages.coldStarts());
    }

    private String text(String page) {
        try {
            return Files.readString(root.resolve(page));
        } catch (IOException e) {
            throw new ManifestException(root.resolve(page) + " can't be read: " + e.getMessage());
        }
    }

    private Set<String> functions() {
        try (var folders = Files.list(root.resolve("functions"))) {
            return folders.filter(each -> Files.isRegularFile(each.resolve("pom.xml")))
                    .map(each -> each.getFileName().toString())
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new ManifestException(root + " is not the project's folder: " + e.getMessage());
        }
    }

    private static List<Pattern> keys(String page) {
        return Stream.concat(
                        VARIABLE.matcher(page).results().map(each -> each.group(1)
                                .replace("<NAME>", "[A-Z0-9_]+")),
                        Stream.of(CONNECTION))
                .distinct()
                .map(Pattern::compile)
                .toList();
    }

    private static Set<String> series(String page) {
        var series = new HashSet<String>();
        METER.matcher(page).results().forEach(meter -> series.addAll(of(meter)));
        return series;
    }

    private static List<String> of(MatchResult meter) {
        var name = meter.group(1);
        return switch (meter.group(2)) {
            case "timer" -> List.of(name + "_count", name + "_sum", name + "_max");
            case "histogram" -> List.of(name + "_count", name + "_sum", name + "_max", name + "_bucket");
            default -> List.of(name);
        };
    }

    private static Map<String, String> kinds(String text) {
        var defaults = new Properties();
        try {
            defaults.load(new StringReader(text));
        } catch (IOException e) {
            throw new ManifestException(DEFAULTS + " can't be read: " + e.getMessage());
        }
        var kinds = new HashMap<String, String>();
        for (var key : defaults.stringPropertyNames()) {
            var kind = KIND.matcher(key);
            if (kind.matches()) {
                kinds.put(kind.group(1), defaults.getProperty(key));
            }
        }
        return kinds;
    }

    /// The image form's medians in milliseconds, by function; nothing while nobody has measured.
    private Map<String, Integer> coldStarts() {
        return Files.exists(root.resolve(COLD_STARTS))
                ? COLD_START
                        .matcher(text(COLD_STARTS))
                        .results()
                        .collect(Collectors.toMap(each -> each.group(1), each -> Integer.valueOf(each.group(2))))
                : Map.of();
    }
}
