package io.alphapanda.local.image;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `panda train`: a step of an image's build.
@Command(name = "train", hidden = true, description = "Trains the AOT cache of a packaged room, in its image's build.")
public final class TrainCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FUNCTION", description = "a function's name")
    private String room;

    @Option(names = "--app", required = true, paramLabel = "FOLDER", description = "where its quarkus-run.jar lies")
    private Path app;

    @Option(names = "--flags", required = true, paramLabel = "FILE", description = "argument file of its JVM")
    private Path flags;

    @Option(names = "--strategies", required = true, paramLabel = "FOLDER", description = "strategies to train with")
    private Path strategies;

    @Option(names = "--cache", required = true, paramLabel = "FILE", description = "the cache that is written")
    private Path cache;

    @Override
    public Integer call() {
        try (var services = Services.start()) {
            new Training(services, strategies).train(new ImageForm(room, app, flags), cache);
        }
        System.out.printf("%s: %s, %.1f MB%n", room, cache, cache.toFile().length() / 1e6);
        return 0;
    }
}
