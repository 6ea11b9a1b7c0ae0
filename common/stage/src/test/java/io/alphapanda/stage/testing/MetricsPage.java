package io.alphapanda.stage.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.stage.meter.Meter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The page of meters: each module's section is written from its catalogue, and the catalogue is held against what
/// the running application serves.
public final class MetricsPage {

    private static final Path PAGE =
            Path.of(System.getProperty("panda.root", "../..")).resolve("docs/reference/metrics.md");

    /// What Prometheus adds to a timer's name.
    private static final List<String> PARTS = List.of("_count", "_sum", "_max", "_bucket");

    private static final String EVERY_METER = "stage";
    private static final Set<String> OF_BUCKETS = Set.of("le", "quantile");

    private MetricsPage() {}

    /// The module's section says what its catalogue says; `-Dpanda.docs.write=true` writes it.
    public static void check(String module, List<Meter> catalogue) throws IOException {
        var page = Files.readString(PAGE);
        var marked = Pattern.compile("(?s)(<!-- " + module + ": written from the catalogue -->\n).*?(<!-- end -->)");
        assertThat(marked.matcher(page).find())
                .as("section of " + module + " in " + PAGE)
                .isTrue();
        var now = marked.matcher(page).replaceFirst("$1" + Matcher.quoteReplacement(table(catalogue)) + "$2");
        if (Boolean.getBoolean("panda.docs.write")) {
            Files.writeString(PAGE, now);
        }
        assertThat(PAGE)
                .as("%s is not what the catalogue of %s says; write it with -Dpanda.docs.write=true", PAGE, module)
                .content()
                .isEqualTo(now);
    }

    private static String table(List<Meter> catalogue) {
        var table = new StringBuilder("| name | kind | labels | |\n|---|---|---|---|\n");
        for (var meter : catalogue) {
            var labels = meter.labels().stream().map(each -> "`" + each + "`").collect(Collectors.joining(", "));
            table.append("| `%s` | %s | %s | %s |\n"
                    .formatted(
                            meter.prometheusName(),
                            kind(meter.kind()),
                            labels.isEmpty() ? "–" : labels,
                            meter.meaning()));
        }
        return table.toString();
    }

    private static String kind(Meter.Kind kind) {
        return kind == Meter.Kind.BPS ? kind(Meter.Kind.HISTOGRAM) : kind.name().toLowerCase(Locale.ROOT);
    }

    /// Everything of ours that is served stands in a catalogue, with exactly its labels.
    public static void assertOnlyDocumented(Scrape scrape, List<Meter> catalogue) {
        for (var sample : scrape.samples()) {
            if (!sample.name().startsWith("panda_")) {
                continue;
            }
            var meter = catalogue.stream()
                    .filter(each -> names(each).contains(sample.name()))
                    .findFirst();
            assertThat(meter).as(sample.name() + " is in a catalogue").isPresent();
            var labels = new HashSet<>(sample.labels().keySet());
            labels.removeAll(OF_BUCKETS);
            assertThat(labels.remove(EVERY_METER))
                    .as(sample.name() + " names its stage")
                    .isTrue();
            assertThat(labels)
                    .as(sample.name())
                    .containsExactlyInAnyOrderElementsOf(meter.get().labels());
        }
    }

    /// Each of these is served.
    public static void assertServed(Scrape scrape, List<Meter> meters) {
        var served = scrape.samples().stream().map(Scrape.Sample::name).collect(Collectors.toSet());
        assertThat(meters)
                .allSatisfy(each -> assertThat(names(each)).as(each.name()).anyMatch(served::contains));
    }

    private static List<String> names(Meter meter) {
        var name = meter.prometheusName();
        return switch (meter.kind()) {
            case COUNTER, GAUGE -> List.of(name);
            case TIMER, HISTOGRAM, BPS -> {
                var all = new ArrayList<String>();
                PARTS.forEach(part -> all.add(name + part));
                yield all;
            }
        };
    }
}
