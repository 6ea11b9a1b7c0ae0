package io.alphapanda.local.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Trains the AOT cache of a room: lets it do its work for a while on services of its own, in the place and on the JVM
/// it will run with, ends it as a cluster does, and proves that it starts from the cache.
///
/// ```
/// start with -XX:AOTCacheOutput ─▶ sample events, each answered ─▶ SIGTERM ─▶ the JVM writes the cache
/// start with -XX:AOTMode=on     ─▶ one event, answered
/// ```
final class Training {

    private static final int EVENTS = 40;

    private final Services services;
    private final Path strategies;

    /// @param strategies what a strategy runner is trained with
    Training(Services services, Path strategies) {
        this.services = services;
        this.strategies = strategies;
    }

    /// @throws ImageException if the room does not answer, or the cache does not come about or does not fit
    void train(ImageForm form, Path cache) {
        try {
            Files.deleteIfExists(cache);
            var log = Files.createTempFile("panda-training", ".log");
            run(form, form.training(cache), "training", EVENTS, log);
            if (!Files.isRegularFile(cache)) {
                throw new ImageException("%s wrote no cache:%n%s".formatted(form.room(), Files.readString(log)));
            }
            run(form, form.proof(cache), "proof", 1, log);
            Files.delete(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(ImageForm form, List<String> command, String run, int events, Path log) {
        int port = RoomRun.freePort();
        try (var room = RoomRun.start(command, services.environment(port, run, strategies), port, log)) {
            if (form.room().equals("bootstrap")) {
                room.awaitEnd();
                return;
            }
            new Samples(run).of(form.room(), events).forEach(room::firstAnswer);
            room.end();
        }
    }
}
