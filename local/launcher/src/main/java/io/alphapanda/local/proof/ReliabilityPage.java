package io.alphapanda.local.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// `docs/reliability.md`: a table with a line for each experiment, between two marks. A run writes the lines of what it
/// ran and leaves the others as they are; what nobody has run yet says so.
final class ReliabilityPage {

    private static final int MOST_WORDS = 400;
    static final String BEGIN = "<!-- what soak has written -->";
    static final String END = "<!-- end of what is written -->";
    static final String NOT_RUN = "not run yet";

    private static final String HEAD = """
            | experiment | promise | count | seed | result | without the protection | again |
            |---|---|---|---|---|---|---|
            """;
    private static final int COLUMNS = 7;

    private final Path file;

    ReliabilityPage(Path root) {
        this.file = root.resolve("docs/reliability.md");
    }

    /// Writes the lines of these findings.
    void write(List<Experiment> experiments, List<Finding> findings) {
        var fresh = findings.stream()
                .collect(Collectors.toMap(each -> each.experiment().name(), ReliabilityPage::line));
        save(table(experiments, each -> fresh.getOrDefault(each.name(), kept(each))));
    }

    /// Experiments that have a line, in the page's order, each with its cells.
    Map<String, List<String>> lines() {
        var lines = new LinkedHashMap<String, List<String>>();
        text(BEGIN, END)
                .lines()
                .filter(each -> each.startsWith("| `"))
                .map(ReliabilityPage::cells)
                .forEach(each -> lines.put(each.getFirst().replace("`", ""), each));
        return lines;
    }

    private String kept(Experiment experiment) {
        var cells = lines().get(experiment.name());
        return cells == null || cells.size() != COLUMNS ? notRun(experiment) : line(experiment, cells);
    }

    private static String line(Experiment experiment, List<String> kept) {
        return row(List.of(
                "`" + experiment.name() + "`",
                experiment.promise(),
                kept.get(2),
                kept.get(3),
                kept.get(4),
                kept.get(5),
                kept.get(6)));
    }

    private static String notRun(Experiment experiment) {
        return row(List.of(
                "`" + experiment.name() + "`",
                experiment.promise(),
                "–",
                "–",
                NOT_RUN,
                experiment.control().without() + ": " + NOT_RUN,
                "`" + experiment.command(experiment.shortCount(), experiment.seed()) + "`"));
    }

    private static String line(Finding finding) {
        var experiment = finding.experiment();
        return row(List.of(
                "`" + experiment.name() + "`",
                experiment.promise(),
                String.format(Locale.ROOT, "%,d %s", finding.count(), experiment.unit()),
                Long.toString(finding.seed()),
                (finding.held() ? "held: " : "**broken**: ") + brief(finding.words()),
                experiment.control().without() + ": " + (finding.controlHeld() ? "found out: " : "**not found out**: ")
                        + brief(finding.controlWords()),
                "`" + experiment.command(finding.count(), finding.seed()) + "`"));
    }

    /// The run itself has said all of it.
    private static String brief(String words) {
        return words.length() > MOST_WORDS ? words.substring(0, MOST_WORDS) + " …" : words;
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(each -> each.replace("|", "\\|").replace("\n", " "))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static List<String> cells(String line) {
        var inner = line.strip().replaceFirst("^\\| ", "").replaceFirst(" \\|$", "");
        return List.of(inner.split(" \\| ")).stream()
                .map(each -> each.replace("\\|", "|"))
                .toList();
    }

    private interface Lines {
        String of(Experiment experiment);
    }

    private static String table(List<Experiment> experiments, Lines lines) {
        return HEAD + experiments.stream().map(lines::of).collect(Collectors.joining());
    }

    private void save(String table) {
        var page = read();
        var head = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
        var tail = page.substring(page.indexOf(END));
        try {
            Files.writeString(file, head + "\n\n" + table + "\n" + tail);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(String from, String to) {
        var page = read();
        return page.substring(page.indexOf(from), page.indexOf(to));
    }

    private String read() {
        try {
            var page = Files.readString(file);
            if (!page.contains(BEGIN) || page.indexOf(END) < page.indexOf(BEGIN)) {
                throw new IllegalStateException(file + " has lost its marks; put back " + BEGIN + " and " + END);
            }
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
