package io.alphapanda.local.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A control group that bounds memory, of either version of the kernel's interface.
final class MemoryGroup {

    private static final Path SECOND = Path.of("/sys/fs/cgroup");
    private static final Path FIRST = Path.of("/sys/fs/cgroup/memory");

    private MemoryGroup() {}

    /// @throws SandboxRefused if there is no such group here, or none may be made
    static Path make(String name, long bytes) throws SandboxRefused {
        try {
            return Files.exists(FIRST.resolve("memory.limit_in_bytes")) ? first(name, bytes) : second(name, bytes);
        } catch (IOException e) {
            throw new SandboxRefused("no control group for memory can be made: " + e);
        }
    }

    private static Path first(String name, long bytes) throws IOException {
        var group = Files.createDirectory(FIRST.resolve(name));
        write(group.resolve("memory.limit_in_bytes"), bytes);
        var swap = group.resolve("memory.memsw.limit_in_bytes");
        if (Files.exists(swap)) {
            write(swap, bytes);
        }
        return group;
    }

    private static Path second(String name, long bytes) throws IOException {
        var children = SECOND.resolve("cgroup.subtree_control");
        if (!Files.readString(children).contains("memory")) {
            Files.writeString(children, "+memory");
        }
        var group = Files.createDirectory(SECOND.resolve(name));
        write(group.resolve("memory.max"), bytes);
        var swap = group.resolve("memory.swap.max");
        if (Files.exists(swap)) {
            write(swap, 0);
        }
        return group;
    }

    private static void write(Path file, long value) throws IOException {
        Files.writeString(file, Long.toString(value));
    }

    /// Bytes; 0 where the kernel does not say.
    static long peak(Path group) {
        for (var name : List.of("memory.max_usage_in_bytes", "memory.peak")) {
            try {
                if (Files.exists(group.resolve(name))) {
                    return Long.parseLong(Files.readString(group.resolve(name)).strip());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return 0;
    }
}
