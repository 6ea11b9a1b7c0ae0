package io.alphapanda.local.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// A Maven that Quarkus' dev mode takes: the one on the PATH if it is new enough, else a newer one, which that one
/// fetches as the artifact it is and unpacks under `.panda/`.
///
/// @param command how it is called
record Maven(List<String> command) {

    private static final String FETCHED = "3.9.11";
    private static final Pattern VERSION = Pattern.compile("Apache Maven (\\d+)\\.(\\d+)");

    static Maven forDevMode(Layout layout) {
        var said = run(layout, List.of("mvn", "-B", "-v"));
        return isNewEnough(said) ? new Maven(List.of("mvn")) : fetched(layout);
    }

    /// Whether what Maven says of its version is at least 3.9.
    static boolean isNewEnough(String said) {
        var version = VERSION.matcher(said);
        if (!version.find()) {
            return false;
        }
        int major = Integer.parseInt(version.group(1));
        return major > 3 || (major == 3 && Integer.parseInt(version.group(2)) >= 9);
    }

    private static Maven fetched(Layout layout) {
        var script = layout.home().resolve("apache-maven-" + FETCHED).resolve("bin/mvn");
        if (!Files.isRegularFile(script)) {
            run(
                    layout,
                    List.of(
                            "mvn",
                            "-B",
                            "-q",
                            "-N",
                            "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:unpack",
                            "-Dartifact=org.apache.maven:apache-maven:" + FETCHED + ":zip:bin",
                            "-DoutputDirectory=" + layout.home()));
        }
        // Through the shell: unpacking does not keep the executable bit.
        return new Maven(List.of("sh", script.toString()));
    }

    private static String run(Layout layout, List<String> command) {
        try {
            Files.createDirectories(layout.home());
            var builder = new ProcessBuilder(command)
                    .directory(layout.root().toFile())
                    .redirectErrorStream(true);
            builder.environment()
                    .put("JAVA_HOME", Path.of(System.getProperty("java.home")).toString());
            var process = builder.start();
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new StartException("dev mode needs Maven 3.9 or newer; fetching one failed:\n" + said.strip());
            }
            return said;
        } catch (IOException e) {
            throw new StartException("dev mode needs Maven on the PATH: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("interrupted");
        }
    }
}
