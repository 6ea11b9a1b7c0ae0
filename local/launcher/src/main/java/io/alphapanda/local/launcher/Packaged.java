package io.alphapanda.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// A room from its packaged application, the same that goes into the image.
///
/// Its first process to end in peace leaves an archive of the classes it has loaded, and those that follow take them
/// from there: about half the time to the first answer. Another JVM makes the archive anew by itself; one of another
/// package it passes over for good, so that one is removed here. See [JEP 350](https://openjdk.org/jeps/350).
///
/// @param layout   where it lies
/// @param settings its environment, unless the house says otherwise
record Packaged(Layout layout, Map<String, String> settings) implements Launch {

    @Override
    public ProcessBuilder process(Room room) {
        var jar = layout.jar(room.function());
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx192m",
                "-Xss512k",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + archiveOf(jar, layout.archive(room.function())),
                "-jar",
                jar.toString());
        builder.environment().putAll(settings);
        return builder;
    }

    private static Path archiveOf(Path jar, Path archive) {
        try {
            if (Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) < 0) {
                Files.delete(archive);
            }
        } catch (NoSuchFileException _) {
            // None is there, or another process is just making it.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return archive;
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(4);
    }
}
