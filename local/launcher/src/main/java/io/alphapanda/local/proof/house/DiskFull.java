package io.alphapanda.local.proof.house;

import io.alphapanda.local.launcher.PlayedHouse;
import io.alphapanda.local.proof.Control;
import io.alphapanda.local.proof.Experiment;
import io.alphapanda.local.proof.NotHere;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;

/// The disk under Kafka's directory is full for some seconds. Kafka, which has no other directory, ends itself
/// then, and can't start until there is room.
final class DiskFull implements Disturbance {

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
                DisturbedMorning.of(25, () -> new DiskFull(false)),
                new Control("the outboxes, meanwhile", DisturbedMorning.of(25, () -> new DiskFull(true))));
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
        var small = disk.orElseThrow(() -> new NotHere("a small disk"));
        var before = house.infrastructure().kafkaProcess();
        small.fill();
        Pause.of(random.nextInt(4_000, 10_000));
        if (forgetful) {
            house.change("delete from outbox where sent_at is null");
            Stores.forget(house);
        }
        small.free();
        Pause.of(random.nextInt(6_000, 10_000));
        if (!before.equals(house.infrastructure().kafkaProcess())) {
            ended++;
        }
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
