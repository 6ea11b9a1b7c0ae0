package io.alphapanda.local.proof.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// A made-up morning at the NSE: a seeded walk of four stocks, a tick a second each, from half past nine on.
record MadeUpMorning(long seed, int minutes) {

    private static final List<String> SYMBOLS = List.of("TCS", "INFY", "SBIN", "ITC");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final int MOST_MINUTES = 340;

    MadeUpMorning {
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw new IllegalArgumentException(
                    "minutes " + minutes + " must be between 1 and " + MOST_MINUTES + ", or the market closes");
        }
    }

    Path write(Path folder) {
        var random = new Random(seed);
        var lines = new ArrayList<>(List.of("timestamp,symbol,last_price,volume"));
        var prices = new double[SYMBOLS.size()];
        Arrays.fill(prices, 1000);
        var time = LocalDateTime.parse("2026-03-05T09:30:00");
        for (int second = 0; second < minutes * 60; second++) {
            for (int i = 0; i < prices.length; i++) {
                prices[i] = Math.max(500, prices[i] * (1 + random.nextGaussian() * 0.002));
                lines.add(String.format(
                        Locale.ROOT,
                        "%s,%s,%.2f,%d",
                        time.plusSeconds(second).format(TIME),
                        SYMBOLS.get(i),
                        Math.round(prices[i] * 20) / 20.0,
                        second));
            }
        }
        try {
            return Files.write(Files.createDirectories(folder).resolve("morning.csv"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
