package io.alphapanda.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// A made-up morning at the NSE: a seeded walk of four stocks, a tick a second each, from ten o'clock on.
final class Morning {

    private static final long SEED = 20_260_305;
    private static final List<String> SYMBOLS = List.of("TCS", "INFY", "SBIN", "ITC");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private Morning() {}

    /// @param brokenLine put in half-way; empty for none
    static Path write(Path folder, int minutes, String brokenLine) throws IOException {
        var random = new Random(SEED);
        var lines = new ArrayList<String>();
        lines.add("timestamp,symbol,last_price,volume");
        var prices = new double[SYMBOLS.size()];
        Arrays.fill(prices, 1000);
        var time = LocalDateTime.parse("2026-03-05T10:00:00");
        for (int second = 0; second < minutes * 60; second++) {
            for (int i = 0; i < prices.length; i++) {
                prices[i] = Math.max(500, prices[i] * (1 + random.nextGaussian() * 0.002));
                lines.add(time.plusSeconds(second).format(TIME) + "," + SYMBOLS.get(i) + ","
                        + Math.round(prices[i] * 20) / 20.0 + "," + second);
            }
        }
        if (!brokenLine.isEmpty()) {
            lines.add(lines.size() / 2, brokenLine);
        }
        var file = folder.resolve("morning.csv");
        Files.write(file, lines);
        return file;
    }
}
