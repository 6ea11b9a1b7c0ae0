package io.alphapanda.local.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;

/// What builds images here: podman, or docker.
///
/// @param command its name on the PATH
record ImageTool(String command) {

    private static final List<String> KNOWN = List.of("podman", "docker");
    private static final int ANSWERS_WITHIN_SECONDS = 30;

    /// The first that is there and works.
    ///
    /// @throws ImageException saying of each what is missing
    static ImageTool find() {
        return find(KNOWN);
    }

    static ImageTool find(List<String> candidates) {
        var missing = new StringJoiner("; ");
        for (var each : candidates) {
            var trouble = trouble(each);
            if (trouble.isEmpty()) {
                return new ImageTool(each);
            }
            missing.add(trouble);
        }
        throw new ImageException("images are built by podman or docker, and neither can be used: " + missing);
    }

    /// Empty if there is none.
    private static String trouble(String command) {
        try {
            var process = new ProcessBuilder(command, "info")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(ANSWERS_WITHIN_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0) {
                return "";
            }
            process.destroyForcibly();
            return command + " is there but does not work (see `" + command + " info`)";
        } catch (IOException _) {
            return command + " is not on the PATH";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    /// @param base empty for the file's own
    List<String> build(String room, String form, String base, String tag) {
        var command = new ArrayList<>(
                List.of(this.command, "build", "-f", "functions/Dockerfile." + form, "--build-arg", "ROOM=" + room));
        command.addAll(List.of("--build-arg", "VERSION=" + tag));
        if (!base.isEmpty()) {
            command.addAll(List.of("--build-arg", "BASE=" + base));
        }
        command.addAll(List.of("-t", "alpha-panda/" + room + ":" + tag, "."));
        return command;
    }
}
