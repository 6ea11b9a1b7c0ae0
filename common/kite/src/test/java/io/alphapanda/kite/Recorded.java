package io.alphapanda.kite;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Recorded answers of Kite. They lie outside the repository; a test that needs one is skipped where they are absent.
public final class Recorded {

    private static final String FOLDER = "../shared/data/kite-mocks";

    private Recorded() {}

    public static byte[] bytes(String name) {
        var file = Path.of(System.getProperty("panda.root", "../.."))
                .resolve(FOLDER)
                .resolve(name);
        assumeTrue(Files.exists(file), "needs " + FOLDER + "/" + name);
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
