package io.alphapanda.local.infrastructure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// One owner per data directory. The lock is the operating system's, so it ends with its owner however that ends; the
/// file's content, the owner's process id, is for the message only.
final class DataDirectoryLock implements AutoCloseable {
    private static final String FILE = "owner.lock";

    private final FileChannel channel;

    private DataDirectoryLock(FileChannel channel) {
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
            FileChannel channel = FileChannel.open(
                    dataDirectory.resolve(FILE),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            FileLock lock = lock(channel);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return Optional.of(new DataDirectoryLock(channel));
        } catch (IOException e) {
            throw new InfrastructureException(
                    "data directory %s cannot be used: %s".formatted(dataDirectory, e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        try {
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

    private static String owner(Path dataDirectory) {
        try {
            return Files.readString(dataDirectory.resolve(FILE)).strip();
        } catch (IOException _) {
            return "(unknown)";
        }
    }
}
