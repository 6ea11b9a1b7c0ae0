package io.alphapanda.local.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page has a line for each experiment there is, and no other; a run changes the lines of what it ran.
class ReliabilityPageTest {

    private static final Path ROOT = Path.of(System.getProperty("panda.root", "../.."));

    private static final Experiment ONE =
            new Experiment("one", "one | holds", "things", 10, 100, 1, _ -> "", new Control("the lock", _ -> ""));
    private static final Experiment TWO =
            new Experiment("two", "two holds", "things", 10, 100, 2, _ -> "", new Control("the key", _ -> ""));

    @TempDir
    Path folder;

    @Test
    void thePageHasALineForEachExperimentInTheirOrder() {
        var lines = new ReliabilityPage(ROOT).lines();

        assertThat(lines.keySet())
                .as("write them with ./panda soak EXPERIMENT --write")
                .containsExactlyElementsOf(
                        Experiments.ALL.stream().map(Experiment::name).toList());
        assertThat(Experiments.ALL).allSatisfy(each -> {
            var cells = lines.get(each.name());
            assertThat(cells.get(1)).isEqualTo(each.promise());
            assertThat(cells.get(5)).startsWith(each.control().without() + ": ");
            assertThat(cells.get(6)).startsWith("`./panda soak " + each.name());
        });
    }

    @Test
    void whatNobodyHasRunSaysSo() throws IOException {
        var page = page();

        page.write(List.of(ONE, TWO), List.of());

        assertThat(page.lines()).containsOnlyKeys("one", "two");
        assertThat(page.lines().get("one")).element(4).isEqualTo(ReliabilityPage.NOT_RUN);
    }

    @Test
    void aLongStoryIsCutInItsLine() throws IOException {
        var page = page();

        page.write(List.of(ONE, TWO), List.of(new Finding(ONE, 10, 1, true, "all fine", true, "s".repeat(1_000))));

        assertThat(page.lines().get("one").get(5)).endsWith("ss …").hasSizeLessThan(500);
    }

    @Test
    void aRunWritesItsLineAndLeavesTheOthers() throws IOException {
        var page = page();
        page.write(List.of(ONE, TWO), List.of(new Finding(ONE, 10, 1, true, "all fine", true, "seen")));

        page.write(List.of(ONE, TWO), List.of(new Finding(TWO, 1_000, 9, false, "two of it", false, "not seen")));

        assertThat(page.lines().get("one"))
                .containsExactly(
                        "`one`",
                        "one | holds",
                        "10 things",
                        "1",
                        "held: all fine",
                        "the lock: found out: seen",
                        "`./panda soak one`");
        assertThat(page.lines().get("two"))
                .containsExactly(
                        "`two`",
                        "two holds",
                        "1,000 things",
                        "9",
                        "**broken**: two of it",
                        "the key: **not found out**: not seen",
                        "`./panda soak two --seed 9`");
        assertThat(folder.resolve("docs/reliability.md"))
                .content()
                .startsWith("before\n")
                .endsWith("after\n");
    }

    @Test
    void experimentThatIsGoneLosesItsLine() throws IOException {
        var page = page();
        page.write(List.of(ONE, TWO), List.of());

        page.write(List.of(TWO), List.of());

        assertThat(page.lines()).containsOnlyKeys("two");
    }

    private ReliabilityPage page() throws IOException {
        Files.createDirectories(folder.resolve("docs"));
        Files.writeString(
                folder.resolve("docs/reliability.md"),
                "before\n" + ReliabilityPage.BEGIN + "\n" + ReliabilityPage.END + "\nafter\n");
        return new ReliabilityPage(folder);
    }
}
