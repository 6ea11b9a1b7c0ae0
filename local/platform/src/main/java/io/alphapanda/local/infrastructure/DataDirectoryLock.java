package io.alphapanda.local.infrastructure;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// One owner per data directory. The lock is the operating system's, so it ends with its owner however that ends.
///
/// POSIX releases a process's lock when that process closes *any* descriptor of the file. So the owner is written down
/// beside the lock, and who reads it there to be itself never opens the lock a second time, whichever class
/// loader asks.
final class DataDirectoryLock implements AutoCloseable {
    private static final String LOCK = "owner.lock";
    private static final String OWNER = "owner";

    private final Path dataDirectory;
    private final FileChannel channel;

    private DataDirectoryLock(Path dataDirectory, FileChannel channel) {
        this.dataDirectory = dataDirectory;
        this.channel = channel;
    }

    static DataDirectoryLock acquire(Path dataDirectory) {
        return tryAcquire(dataDirectory)
                .orElseThrow(() -> new InfrastructureException(
                        "data directory %s is in use by process %s: end it, or choose another data directory"
                                .formatted(dataDirectory, owner(dataDirectory))));
    }

    static Optional<DataDirectoryLock> tryAcquire(Path dataDirectory) {
        try {
            Files.createDirectories(dataDirectory);
            if (owner(dataDirectory).equals(self())) {
                return Optional.empty();
            }
            FileChannel channel = FileChannel.open(
                    dataDirectory.resolve(LOCK),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            FileLock lock = lock(channel);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            Files.writeString(dataDirectory.resolve(OWNER), self());
            return Optional.of(new DataDirectoryLock(dataDirectory, channel));
        } catch (IOException e) {
            throw new InfrastructureException(
                    "data directory %s cannot be used: %s".formatted(dataDirectory, e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(dataDirectory.resolve(OWNER));
            channel.close();
        } catch (IOException e) {
            throw new InfrastructureException("the data directory's lock could not be released", e);
        }
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null; // held by this very JVM
        }
    }

    /// Process ids are handed on; with its start a process is told from an earlier one.
    private static String self() {
        var self = ProcessHandle.current();
        return self.pid()
                + self.info().startInstant().map(start -> ", started " + start).orElse("");
    }

    private static String owner(Path dataDirectory) {
        try {
            return Files.readString(dataDirectory.resolve(OWNER)).strip();
        } catch (IOException _) {
            return "(unknown)";
        }
    }
}
