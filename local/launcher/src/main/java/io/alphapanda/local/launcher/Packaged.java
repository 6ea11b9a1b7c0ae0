package io.alphapanda.local.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// A room from its packaged application, the same that goes into the image.
///
/// @param layout   where it lies
/// @param settings its environment, unless the house says otherwise
record Packaged(Layout layout, Map<String, String> settings) implements Launch {

    @Override
    public ProcessBuilder process(Room room) {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx192m",
                "-Xss512k",
                "-jar",
                layout.jar(room.function()).toString());
        builder.environment().putAll(settings);
        return builder;
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(4);
    }
}
