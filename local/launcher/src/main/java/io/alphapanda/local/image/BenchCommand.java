package io.alphapanda.local.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `panda bench`.
@Command(name = "bench", description = "Measures the packaged functions.", subcommands = BenchCommand.ColdStarts.class)
public final class BenchCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        System.err.println("panda: bench what? cold-start");
        return 2;
    }

    /// `panda bench cold-start`.
    @Command(
            name = "cold-start",
            description = "From the start of a process to its first answered event: fast-jar against the image's form.")
    static final class ColdStarts implements Callable<Integer> {

        @Option(names = "--function", paramLabel = "NAME", split = ",", description = "which; all that take events")
        private List<String> functions = Samples.FUNCTIONS;

        @Option(names = "--rounds", defaultValue = "7", description = "counted rounds, ${DEFAULT-VALUE}")
        private int rounds;

        @Option(names = "--write", description = "write docs/cold-start.md")
        private boolean write;

        @Override
        public Integer call() throws IOException {
            var root = Path.of(System.getProperty("panda.root", "."))
                    .toAbsolutePath()
                    .normalize();
            check(rounds);
            System.err.println("packaging …");
            new Packaging(root).aotJars();
            var figures = measure(root);
            var page = ColdStartPage.of(figures, root.resolve("functions/jvm.options"));
            if (write) {
                Files.writeString(root.resolve("docs/cold-start.md"), page);
            }
            System.out.print(page);
            return 0;
        }

        private static void check(int rounds) {
            if (rounds < 1 || rounds > 1000) {
                throw new ImageException("--rounds must be between 1 and 1000 but is " + rounds);
            }
        }

        private List<ColdStartFigures> measure(Path root) throws IOException {
            var strategies = root.resolve("functions/strategy-runner/strategies");
            var flags = root.resolve("functions/jvm.options");
            var figures = new ArrayList<ColdStartFigures>();
            try (var services = Services.start()) {
                var training = new Training(services, strategies);
                var coldStart = new ColdStart(services, strategies);
                for (var room : functions) {
                    var target = root.resolve("functions").resolve(room).resolve("target");
                    var plain = new ImageForm(room, target.resolve("quarkus-app"), flags);
                    var image = new ImageForm(room, target.resolve("image"), flags);
                    var cache = Files.createTempFile(room, ".aot");
                    System.err.println(room + ": training …");
                    training.train(image, cache);
                    System.err.println(room + ": " + rounds + " rounds …");
                    figures.add(new ColdStartFigures(room, coldStart.measure(plain, image, cache, rounds)));
                    System.err.printf(
                            Locale.ROOT, "%s: %.2f%n", room, figures.getLast().ratio());
                    Files.delete(cache);
                }
            }
            return figures;
        }
    }
}
