package io.alphapanda.local.launcher;

import java.nio.file.Path;
import java.time.Duration;

/// A room from its packaged application, the same that goes into the image.
///
/// @param layout where it lies
record Packaged(Layout layout) implements Launch {

    @Override
    public ProcessBuilder process(Room room) {
        return new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx192m",
                "-Xss512k",
                "-jar",
                layout.jar(room.function()).toString());
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(90);
    }
}
