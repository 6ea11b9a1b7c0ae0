package io.alphapanda.local.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a pod is given, made of the kernel's own means: nothing writable but `/tmp`, user 10001 without capabilities,
/// and a bound on memory. A packaged room lies at `/mnt/app` in it, its JVM at `/mnt/jdk`.
final class Sandbox implements AutoCloseable {

    static final long MEMORY = 256L << 20;

    /// Whoever runs it is process 1 of nothing: the same process becomes the command, so its id stays.
    private static final String ENTER = """
            set -e
            group="$1" app="$2" jdk="$3" flags="$4" strategies="$5"
            shift 5
            echo $$ > "$group/cgroup.procs"
            mount -t tmpfs tmpfs /mnt
            mkdir /mnt/app /mnt/jdk /mnt/strategies
            mount --bind "$app" /mnt/app
            mount --bind "$jdk" /mnt/jdk
            mount --bind "$strategies" /mnt/strategies
            cp "$flags" /mnt/jvm.options
            chmod 644 /mnt/jvm.options
            cd /
            mount -t tmpfs -o mode=1777,size=64m tmpfs /tmp
            while read -r _ _ _ _ at _; do
              [ -e "$at" ] || continue
              case "$at" in /tmp | /proc* | /sys*) ;; *) mount -o remount,bind,ro "$at" ;; esac
            done < /proc/self/mountinfo
            exec setpriv --reuid=10001 --regid=10001 --clear-groups --inh-caps=-all --bounding-set=-all --no-new-privs "$@"
            """;

    private final Path group;
    private final Path app;
    private final Path flags;
    private final Path strategies;

    private Sandbox(Path group, Path app, Path flags, Path strategies) {
        this.group = group;
        this.app = app;
        this.flags = flags;
        this.strategies = strategies;
    }

    /// @param root the project's folder
    /// @throws SandboxRefused if this machine does not allow it
    static Sandbox of(Path root, String room) throws SandboxRefused {
        var functions = root.resolve("functions");
        var sandbox = new Sandbox(
                MemoryGroup.make("panda-" + UUID.randomUUID(), MEMORY),
                functions.resolve(room).resolve("target/quarkus-app"),
                functions.resolve("jvm.options"),
                functions.resolve("strategy-runner/strategies"));
        var refusal = sandbox.refusal();
        if (refusal.isPresent()) {
            sandbox.close();
            throw new SandboxRefused(refusal.get());
        }
        return sandbox;
    }

    private Optional<String> refusal() {
        try {
            var trial = new ProcessBuilder(command("true"))
                    .redirectErrorStream(true)
                    .start();
            var words = new String(trial.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return trial.waitFor() == 0 ? Optional.empty() : Optional.of(words.strip());
        } catch (IOException e) {
            return Optional.of(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    List<String> command(String... inside) {
        var command = new ArrayList<>(List.of("unshare", "--mount", "sh", "-c", ENTER, "sandbox"));
        for (var path : List.of(group, app, Path.of(System.getProperty("java.home")), flags, strategies)) {
            command.add(path.toAbsolutePath().normalize().toString());
        }
        command.addAll(List.of(inside));
        return command;
    }

    /// The room as its image starts it.
    List<String> room() {
        return command("/mnt/jdk/bin/java", "@/mnt/jvm.options", "-jar", "/mnt/app/quarkus-run.jar");
    }

    /// The most memory there was at once, in MB; page cache of what it read and wrote counts too.
    long peakMegabytes() {
        return MemoryGroup.peak(group) >> 20;
    }

    boolean holds(long pid) throws IOException {
        return Files.readAllLines(group.resolve("cgroup.procs")).contains(Long.toString(pid));
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(group);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
