package io.alphapanda.local.proof.house;

import io.alphapanda.local.launcher.PlayedHouse;
import io.alphapanda.local.proof.Control;
import io.alphapanda.local.proof.Experiment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;

/// The disk under Kafka's directory is full for some seconds. Kafka, which has no other directory, ends itself
/// then, and can't start until there is room.
final class DiskFull implements Disturbance {

    /// Kafka notices when it writes.
    private static final long NOTICED_MILLIS = 15_000;

    private static final long BACK_MILLIS = 240_000;

    /// Whether what was committed and not sent is forgotten meanwhile.
    private final boolean forgetful;

    private Optional<SmallDisk> disk = Optional.empty();
    private int ended;

    private DiskFull(boolean forgetful) {
        this.forgetful = forgetful;
    }

    static Experiment experiment() {
        return new Experiment(
                "house-disk",
                "The disk under Kafka full for seconds: Kafka is back when there is room, signals, fills and books are"
                        + " those of an undisturbed morning",
                "fillings",
                4,
                12,
                21,
                DisturbedMorning.of(40, () -> new DiskFull(false)),
                new Control("the outboxes, meanwhile", DisturbedMorning.of(40, () -> new DiskFull(true))));
    }

    @Override
    public void furnish(Path stores) {
        var small = SmallDisk.mount(stores.resolveSibling("small"));
        disk = Optional.of(small);
        try {
            Files.createDirectories(stores);
            Files.createSymbolicLink(stores.resolve("kafka"), small.place());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void strike(PlayedHouse house, Random random) {
        var small = disk.orElseThrow();
        var kafka = house.infrastructure().kafkaProcess().orElseThrow();
        small.fill();
        Pause.until(NOTICED_MILLIS, () -> !kafka.isAlive());
        ended += kafka.isAlive() ? 0 : 1;
        Pause.of(random.nextInt(1_000, 8_000));
        if (forgetful) {
            house.change("delete from outbox where sent_at is null");
            Stores.forget(house);
        }
        small.free();
        Pause.until(BACK_MILLIS, () -> serves(house));
        Pause.of(random.nextInt(2_000, 5_000));
    }

    private static boolean serves(PlayedHouse house) {
        return house.infrastructure().kafkaProcess().orElseThrow().isAlive();
    }

    @Override
    public void clearAway() {
        disk.ifPresent(SmallDisk::close);
    }

    @Override
    public String words() {
        return ", Kafka ended itself in " + ended + " of them";
    }
}
