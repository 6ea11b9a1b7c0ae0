package io.alphapanda.local.proof.house;

import io.alphapanda.local.kafkasource.KafkaSource;
import io.alphapanda.local.launcher.PlayedHouse;
import io.alphapanda.local.proof.Control;
import io.alphapanda.local.proof.Experiment;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;

/// Every source delivers its events again and again: 0, 50, 80 and 95 % of all deliveries are duplicates in turn, now
/// and then two of one event at the same time, and every few seconds the last hundreds of records come once more.
final class Repeats implements Disturbance {

    /// More deliveries of each event: none, half of all, four fifths, nineteen twentieths.
    private static final List<Integer> MORE = List.of(0, 1, 4, 19);

    /// Whether inboxes forget what they have taken in.
    private final boolean forgetful;

    private Repeats(boolean forgetful) {
        this.forgetful = forgetful;
    }

    static Experiment experiment() {
        return new Experiment(
                "house-repeats",
                "With 0, 50, 80 and 95 % duplicates, overlapping, and hundreds of records replayed, signals, fills and"
                        + " books are those of an undisturbed morning",
                "replays",
                20,
                200,
                12,
                DisturbedMorning.of(3.5, () -> new Repeats(false)),
                new Control("the inboxes", DisturbedMorning.of(3.5, () -> new Repeats(true))));
    }

    @Override
    public void strike(PlayedHouse house, Random random) {
        for (var source : house.sources()) {
            repeat(source, random);
        }
        if (forgetful) {
            forget(house);
        }
        Pause.of(random.nextInt(1_000, 3_000));
    }

    private static void repeat(KafkaSource source, Random random) {
        source.faults().duplicate(MORE.get(random.nextInt(MORE.size())));
        source.faults().overlap(random.nextBoolean());
        source.redeliverLast(random.nextInt(1, 500));
    }

    private static void forget(PlayedHouse house) {
        var postgres = house.infrastructure().postgres();
        try (var connection =
                        DriverManager.getConnection(postgres.jdbcUrl("panda"), postgres.user(), postgres.password());
                var statement = connection.createStatement()) {
            statement.execute("delete from inbox");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void over(PlayedHouse house) {
        house.sources().forEach(source -> {
            source.faults().duplicate(0);
            source.faults().overlap(false);
        });
    }
}
