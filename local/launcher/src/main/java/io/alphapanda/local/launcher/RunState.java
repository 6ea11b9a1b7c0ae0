package io.alphapanda.local.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is written down of the latest run, so that other commands find it and the next run can clear up after it.
///
/// @param pid       the launcher's process
/// @param started   when that process started, ISO 8601: a pid alone may have been handed on
/// @param stream    the stream it plays
/// @param brokers   its lanes
/// @param addresses of everything that listens, by name
/// @param children  the functions' processes
public record RunState(
        long pid,
        String started,
        String stream,
        List<String> brokers,
        Map<String, String> addresses,
        Map<String, Long> children) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Optional<RunState> read(Layout layout) {
        try {
            if (!Files.isRegularFile(layout.state())) {
                return Optional.empty();
            }
            return Optional.of(JSON.readValue(layout.state().toFile(), RunState.class));
        } catch (IOException e) {
            throw new StartException(layout.state() + " can't be read (" + e.getMessage() + "); remove it");
        }
    }

    void write(Layout layout) {
        try {
            var fresh = layout.state().resolveSibling("run.json.new");
            Files.write(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
            Files.move(
                    fresh,
                    layout.state(),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                    java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The launcher's process, if it still runs.
    Optional<ProcessHandle> launcher() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(handle -> handle.info()
                .startInstant()
                .map(Object::toString)
                .orElse("")
                .equals(started));
    }

    String address(String name) {
        return Optional.ofNullable(addresses.get(name))
                .orElseThrow(() -> new StartException("the latest run has no address of " + name));
    }
}
