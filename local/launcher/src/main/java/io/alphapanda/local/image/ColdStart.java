package io.alphapanda.local.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Measures a function's cold start, from the start of its process to its answer to a first event, in two forms turn by
/// turn, so that a busy machine is as busy for one as for the other. Each start gets an event of a strategy of its own.
final class ColdStart {

    private final Services services;
    private final Path strategies;

    ColdStart(Services services, Path strategies) {
        this.services = services;
        this.strategies = strategies;
    }

    /// What one round has shown.
    ///
    /// @param plain   time of the fast-jar
    /// @param image   time of the image's form
    record Round(Duration plain, Duration image) {}

    /// Both forms once for warmth of the machine's page cache, then the rounds.
    ///
    /// @param cache trained for `image`
    List<Round> measure(ImageForm plain, ImageForm image, Path cache, int rounds) {
        var measured = new ArrayList<Round>();
        for (int i = 0; i <= rounds; i++) {
            var round = new Round(
                    start(plain.plain(), plain.room(), "plain-" + i),
                    start(image.trained(cache), image.room(), "image-" + i));
            if (i > 0) {
                measured.add(round);
            }
        }
        return measured;
    }

    private Duration start(List<String> command, String room, String run) {
        int port = RoomRun.freePort();
        var sample = new Samples(run).of(room, 1).getFirst();
        try {
            var log = Files.createTempFile("panda-cold-start", ".log");
            try (var process = RoomRun.start(command, services.environment(port, run, strategies), port, log)) {
                var answered = process.firstAnswer(sample);
                process.end();
                return answered;
            } finally {
                Files.delete(log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
