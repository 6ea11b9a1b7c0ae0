package io.alphapanda.domain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.assertj.core.api.Assertions;

/// Does everything the law may not, one method a sin, so that each wall is seen to stop somebody.
@SuppressWarnings("unused")
final class Trespasser {

    static int remembered;

    /// A name that fits everything.
    static final class Helper {}

    static void leans() {
        Assertions.assertThat(1).isEqualTo(1);
    }

    static String reads() throws IOException {
        return Files.readString(Path.of("secrets"));
    }

    static void prints() {
        System.out.println("here");
    }

    static void logs() {
        System.getLogger("law").log(System.Logger.Level.INFO, "here");
    }

    static String looksUpASetting() {
        return System.getenv("LIMIT");
    }

    static void starts() {
        Thread.ofVirtual().start(() -> {});
    }

    static void waits() throws InterruptedException {
        new Semaphore(1).acquire();
    }

    static Instant asksTheTime() {
        return Instant.now();
    }

    static LocalDate asksTheClock() {
        return LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneId.of("UTC"));
    }

    static long counts() {
        return System.nanoTime();
    }

    static int rolls() {
        return new Random().nextInt();
    }

    static int rollsSecurely() {
        return new SecureRandom().nextInt();
    }

    static void shuffles(List<String> orders) {
        Collections.shuffle(orders);
    }

    static UUID makesAnId() {
        return UUID.randomUUID();
    }

    static ZoneId asksTheZone() {
        return ZoneId.systemDefault();
    }

    static String formats(double price) {
        return String.format("%.2f", price);
    }

    static String formatsItself(double price) {
        return "%.2f".formatted(price);
    }

    static String lowers(String name) {
        return name.toLowerCase();
    }
}
