package io.alphapanda.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The page of configuration is written from the sources that read it, so that a key, a default or a bound that
/// changes there changes here or fails the build.
class ConfigurationPageTest {

    private static final Path ROOT = Path.of(System.getProperty("panda.root", "../.."));
    private static final Path PAGE = ROOT.resolve("docs/configuration.md");
    private static final String REGENERATE = "mvn -pl local/launcher -am verify -Dtest=ConfigurationPageTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dpanda.docs.write=true";

    private static final String DEFAULTS = "common/stage/src/main/resources/META-INF/microprofile-config.properties";

    /// Named by the build, not by a person.
    private static final String OF_THE_BUILD = "quarkus.application.";

    /// For keys whose source has no comment, or one that is understood only there.
    private static final Map<String, String> MEANINGS = Map.of(
            "kafka.bootstrap.servers",
            "Kafka's addresses, `host:port`, separated by commas",
            "panda.database.url",
            "the ledger's address, `postgresql://host:port/database`",
            "panda.database.user",
            "who signs in there",
            "panda.database.password",
            "their password",
            "quarkus.datasource.reactive.max-size",
            "connections to the database, shared evenly by the lanes; at least two a lane and two more",
            "panda.redis.url",
            "Redis's address, `redis://host:port`",
            "panda.delivery.sweep-after-seconds",
            "how old an unsent event must be before the sweeper sends it, 0 to 3600",
            "panda.strategies.directory",
            "the folder of the strategies' YAML files; unset, the ledger alone counts");

    @Test
    void thePageSaysWhatTheSourcesRead() throws IOException {
        var page = page();
        if (Boolean.getBoolean("panda.docs.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("%s is not what the sources say; regenerate it with: %s", PAGE.normalize(), REGENERATE)
                .content()
                .isEqualTo(page);
    }

    @Test
    void everyKeyHasAMeaningAndNoMeaningHasLostItsKey() throws IOException {
        assertThat(plain())
                .allSatisfy(key -> assertThat(key.meaning()).as(key.name()).isNotBlank());
        assertThat(mappings())
                .flatExtracting(MappingSource::keys)
                .allSatisfy(key -> assertThat(key.meaning()).as(key.name()).isNotBlank());
        assertThat(plain()).extracting(Key::name).containsAll(MEANINGS.keySet());
    }

    @Test
    void keysAreReadWithTheirDefaults() throws IOException {
        var keys = new ArrayList<>(plain());
        mappings().forEach(each -> keys.addAll(each.keys()));
        assertThat(keys)
                .extracting(key -> key.variable() + "=" + key.shownDefault())
                .contains(
                        "ACTIVE_BROKERS=`paper,paper-b`",
                        "PANDA_DOOR=`function`",
                        "PANDA_DELIVERY_ANSWER_WITHIN_SECONDS=`20`",
                        "PANDA_BROKERS_<NAME>_KIND=required",
                        "PANDA_BROKERS_<NAME>_LIMITS_MAX_ORDER_VALUE=`1000000`",
                        "PANDA_FEED_FILE=–",
                        "PANDA_FEED_BATCH_MAX_TICKS=`500`");
    }

    private static String page() throws IOException {
        var page = new StringBuilder("""
                # Configuration

                Every key that a stage reads. `ConfigurationPageTest` writes this page from the sources, so don't edit it:
                `%s`

                A key is set in the environment, under the name beside it, or in `application.properties`; the environment wins. A value
                out of its bounds stops the start, with the key, the value, the bound and the fix.

                ## Every stage, and single ones

                | key | environment | default | read by | |
                |---|---|---|---|---|
                """.formatted(REGENERATE));
        for (var key : plain()) {
            page.append("| `%s` | `%s` | %s | %s | %s |\n"
                    .formatted(key.name(), key.variable(), key.shownDefault(), key.module(), cell(key.meaning())));
        }
        for (var mapping : mappings()) {
            page.append("\n## `").append(mapping.prefix()).append("`\n\n");
            if (mapping.keys().stream().anyMatch(each -> each.name().contains("<name>"))) {
                page.append(
                        "`<name>` is an account's, as `ACTIVE_BROKERS` lists it; in a variable in capitals, `-` as `_`.\n\n");
            }
            page.append("Read by ").append(mapping.keys().getFirst().module()).append(".\n\n");
            page.append("| key | environment | default | |\n|---|---|---|---|\n");
            for (var key : mapping.keys()) {
                page.append("| `%s` | `%s` | %s | %s |\n"
                        .formatted(key.name(), key.variable(), key.shownDefault(), cell(key.meaning())));
            }
        }
        return page.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    /// Keys read one by one, by name, and those of the shared defaults that other defaults refer to.
    private static List<Key> plain() throws IOException {
        var defaults = defaults();
        var found = new TreeMap<String, List<Key>>();
        for (var source : sources().entrySet()) {
            PropertySource.keys(module(source.getKey()), source.getValue()).stream()
                    .filter(each -> !each.name().startsWith(OF_THE_BUILD))
                    .forEach(each -> found.computeIfAbsent(each.name(), _ -> new ArrayList<>())
                            .add(each));
        }
        defaults.keySet().stream()
                .filter(each -> each.startsWith("panda.") && !each.startsWith("panda.brokers."))
                .map(each -> new Key(each, Optional.empty(), true, "", "common/stage"))
                .forEach(each -> found.computeIfAbsent(each.name(), _ -> new ArrayList<>())
                        .addFirst(each));
        return found.values().stream().map(each -> one(each, defaults)).toList();
    }

    private static Key one(List<Key> readings, Map<String, String> defaults) {
        var first = readings.getFirst();
        Set<String> modules = readings.stream().map(Key::module).collect(Collectors.toCollection(LinkedHashSet::new));
        var meaning = Optional.ofNullable(MEANINGS.get(first.name())).orElseGet(() -> readings.stream()
                .map(Key::meaning)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse(""));
        return new Key(first.name(), first.fallback(), first.optional(), meaning, String.join(", ", modules))
                .withFallback(Optional.ofNullable(defaults.get(first.name())));
    }

    private static List<MappingSource> mappings() throws IOException {
        return sources().entrySet().stream()
                .map(each -> MappingSource.of(module(each.getKey()), each.getValue()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Map<String, String> defaults() throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(ROOT.resolve(DEFAULTS))) {
            properties.load(reader);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(Function.identity(), properties::getProperty));
    }

    /// Main sources by path, in its order.
    private static Map<Path, String> sources() throws IOException {
        var sources = new TreeMap<Path, String>();
        for (var room : List.of("common/stage", "functions")) {
            try (var files = Files.walk(ROOT.resolve(room))) {
                for (var file : files.filter(ConfigurationPageTest::isMain).toList()) {
                    sources.put(ROOT.relativize(file), Files.readString(file));
                }
            }
        }
        return sources;
    }

    private static boolean isMain(Path file) {
        var path = file.toString().replace('\\', '/');
        return path.contains("/src/main/java/") && path.endsWith(".java");
    }

    private static String module(Path file) {
        return file.subpath(0, 2).toString().replace('\\', '/').replaceFirst("^functions/", "");
    }
}
