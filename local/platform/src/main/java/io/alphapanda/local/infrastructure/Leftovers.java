package io.alphapanda.local.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends servers that outlived a killed owner. A process is ended only when it is the one a pid file in the data
/// directory names **and** its command line mentions that directory: process ids are reused.
final class Leftovers {
    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    private Leftovers() {}

    /// The process that was ended, if there was one.
    static Optional<ProcessHandle> end(Path pidFile, Path directory) {
        Optional<ProcessHandle> leftover = recorded(pidFile).filter(process -> belongsTo(process, directory));
        leftover.ifPresent(process -> {
            LOG.warn("ending a server left behind by an earlier run; pid={} directory={}", process.pid(), directory);
            List<ProcessHandle> family =
                    Stream.concat(Stream.of(process), process.descendants()).toList();
            process.destroyForcibly();
            family.forEach(Liveness::awaitEnd);
        });
        return leftover;
    }

    /// The process a pid file names (first line), when it runs.
    static Optional<ProcessHandle> recorded(Path pidFile) {
        if (!Files.isRegularFile(pidFile)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(pidFile)) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("\\d{1,18}"))
                    .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                    .filter(Liveness::runs);
        } catch (IOException e) {
            throw new InfrastructureException("pid file %s cannot be read".formatted(pidFile), e);
        }
    }

    private static boolean belongsTo(ProcessHandle process, Path directory) {
        return process.info()
                .commandLine()
                .filter(command -> command.contains(directory.toString()))
                .isPresent();
    }
}
