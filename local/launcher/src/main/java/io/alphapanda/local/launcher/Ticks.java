package io.alphapanda.local.launcher;

import io.alphapanda.domain.instrument.AssetClass;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Which ticks a run plays.
///
/// @param source     the feed's source
/// @param file       for a recorded one
/// @param assetClass decides the topic
record Ticks(String source, Path file, AssetClass assetClass) {

    /// Simulated ticks have no end of their own: an hour of them, of event time.
    static final int SIMULATED_UNTIL_END = 360_000;

    static Ticks of(String text) {
        return switch (text) {
            case "bitstamp" -> new Ticks("bitstamp", null, AssetClass.CRYPTO);
            case "simulated" -> new Ticks("simulated", null, AssetClass.EQUITY);
            default -> {
                var file = Path.of(text).toAbsolutePath().normalize();
                if (!Files.isReadable(file) || Files.isDirectory(file)) {
                    throw new StartException(
                            "--ticks " + text + " can't be read; give a CSV or CSV.gz file, or bitstamp, or simulated");
                }
                yield new Ticks("recorded", file, AssetClass.EQUITY);
            }
        };
    }

    /// The start of the stream's name: what is played.
    String label() {
        var label = file == null ? source : file.getFileName().toString().replaceFirst("\\.csv(\\.gz)?$", "");
        var ascii = label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]", "-");
        return ascii.substring(0, Math.min(24, ascii.length()));
    }

    Map<String, String> environment() {
        var environment = new LinkedHashMap<String, String>();
        environment.put("PANDA_FEED_SOURCE", source);
        if (file != null) {
            environment.put("PANDA_FEED_FILE", file.toString());
        }
        return environment;
    }
}
