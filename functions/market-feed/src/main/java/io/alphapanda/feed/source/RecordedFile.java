package io.alphapanda.feed.source;

import io.alphapanda.domain.instrument.Venue;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// A recorded day: CSV or CSV.gz (told apart by its first bytes), header `timestamp,symbol,last_price,volume`, times
/// in the venue's zone.
public record RecordedFile(Path file, Venue venue) implements TickSource {

    private static final int BUFFER = 64 * 1024;
    private static final int GZIP_1 = 0x1f;
    private static final int GZIP_2 = 0x8b;

    @Override
    public Ticks open() {
        try {
            var lines = new BufferedReader(new InputStreamReader(plain(), StandardCharsets.UTF_8), BUFFER);
            return opened(lines);
        } catch (IOException e) {
            throw new UnreadableSourceException(
                    "panda.feed.file " + file + " can't be read ("
                            + e.getClass().getSimpleName() + " " + e.getMessage() + "); give a CSV or CSV.gz file",
                    e);
        }
    }

    private Ticks opened(BufferedReader lines) throws IOException {
        try {
            return new CsvTicks(
                    file.toString(),
                    lines,
                    CsvLayout.ticksOf(venue.name()),
                    venue.calendar().zone());
        } catch (UnreadableSourceException e) {
            lines.close();
            throw e;
        }
    }

    private InputStream plain() throws IOException {
        var bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            bytes.mark(2);
            boolean packed = bytes.read() == GZIP_1 && bytes.read() == GZIP_2;
            bytes.reset();
            return packed ? new GZIPInputStream(bytes, BUFFER) : bytes;
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }
}
