package io.alphapanda.feed.kite;

import io.alphapanda.feed.kite.AccessTokens.Access;
import io.alphapanda.kite.json.UnreadableException;
import io.alphapanda.kite.market.InstrumentList;
import io.alphapanda.kite.market.KiteInstrument;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;
import org.jboss.logging.Logger;

/// An exchange's instruments of a day: from Kite once, then from a file, `NSE-2026-11-26.csv.gz`. A file of another day
/// is not looked at, one that can't be read is fetched again; packed, so that one that breaks off is noticed.
///
/// A folder that can't be written costs a fetch at every start, and nothing else.
final class DayInstruments {

    private static final Logger LOG = Logger.getLogger(DayInstruments.class);
    private static final Duration FETCHED_WITHIN = Duration.ofSeconds(90);

    private final Path folder;
    private final InstrumentFiles kite;

    DayInstruments(Path folder, InstrumentFiles kite) {
        this.folder = folder;
        this.kite = kite;
    }

    /// Blocks while it is fetched.
    ///
    /// @param wanted what to keep of it
    /// @throws io.alphapanda.kite.failure.KiteException if it must be fetched and can't be
    /// @throws UnreadableException if what was fetched can't be read
    InstrumentList of(String exchange, LocalDate day, Access access, Predicate<KiteInstrument> wanted) {
        var file = folder.resolve(exchange + "-" + day + ".csv.gz");
        return cached(file, wanted).orElseGet(() -> fetched(file, exchange, access, wanted));
    }

    private static Optional<InstrumentList> cached(Path file, Predicate<KiteInstrument> wanted) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var bytes = Files.newInputStream(file)) {
            return Optional.of(InstrumentList.read(bytes, wanted));
        } catch (IOException | UnreadableException e) {
            LOG.warnf("a cached list of instruments is fetched again: file=%s reason=%s", file, e.getMessage());
            return Optional.empty();
        }
    }

    private InstrumentList fetched(Path file, String exchange, Access access, Predicate<KiteInstrument> wanted) {
        var bytes = kite.fetch(access, exchange).await().atMost(FETCHED_WITHIN);
        var list = InstrumentList.read(new ByteArrayInputStream(bytes), wanted);
        LOG.infof("instruments fetched: exchange=%s rows=%d unreadable=%d", exchange, list.rows(), list.unreadable());
        keep(file, exchange, bytes);
        return list;
    }

    /// Whole or not at all, also if the process dies meanwhile; the days before are cleared away.
    private void keep(Path file, String exchange, byte[] bytes) {
        try {
            Files.createDirectories(folder);
            var unfinished = Files.createTempFile(folder, exchange, ".part");
            Files.write(unfinished, packed(bytes));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (var earlier = Files.newDirectoryStream(folder, exchange + "-*.csv.gz")) {
                for (var each : earlier) {
                    if (!each.equals(file)) {
                        Files.deleteIfExists(each);
                    }
                }
            }
        } catch (IOException e) {
            LOG.warnf("the list of instruments can't be kept, every start fetches it: file=%s reason=%s", file, e);
        }
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        if (bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b) {
            return bytes;
        }
        var packed = new ByteArrayOutputStream();
        try (var stream = new GZIPOutputStream(packed)) {
            stream.write(bytes);
        }
        return packed.toByteArray();
    }
}
