package io.alphapanda.local.launcher;

import io.alphapanda.domain.control.TradingState;
import io.alphapanda.local.check.Audit;
import io.alphapanda.local.check.AuditResult;
import io.alphapanda.local.check.Finding;
import io.alphapanda.local.infrastructure.Infrastructure;
import io.alphapanda.local.infrastructure.InfrastructureOptions.Kafka;
import io.alphapanda.local.kafkasource.KafkaSource;
import io.alphapanda.local.kite.fault.Faults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A whole house in a folder of its own that plays ticks to their end, for experiments: everything in it can be laid
/// hands on meanwhile.
public final class PlayedHouse implements AutoCloseable {

    /// Longer than any market's day at 1x.
    private static final Duration PLAYED_WITHIN = Duration.ofHours(8);

    private static final Duration DRAINED_WITHIN = Duration.ofMinutes(10);
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofMinutes(3);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final Layout layout;
    private final House house;
    private final RunOptions options;
    private final Watch watch;

    /// What is played, and how.
    ///
    /// @param brokers  the lanes
    /// @param ticks    a CSV file
    /// @param speed    `60x`, `max`
    /// @param settings environment of every room
    public record Play(List<String> brokers, Path ticks, String speed, Map<String, String> settings) {}

    /// What the lanes came to.
    ///
    /// @param lanes by broker, in lines that two runs of the same ticks have in common: signals, fills, portfolios
    /// @param audit by broker, what the audit has against its books; under `house` what belongs to none
    public record Books(Map<String, String> lanes, Map<String, String> audit) {}

    private PlayedHouse(Layout layout, RunOptions options, Launches launches, Consumer<String> progress) {
        this.layout = layout;
        this.options = options;
        this.house = new House(layout, options, launches, Kafka.APART, progress);
        this.watch = new Watch(house);
    }

    /// Starts with empty books.
    ///
    /// @param root the project's folder
    /// @param home where the house writes
    public static PlayedHouse start(Path root, Path home, Play play, Consumer<String> progress) {
        return start(root, home, play, _ -> {}, progress);
    }

    /// Starts with empty books.
    ///
    /// @param root    the project's folder
    /// @param home    where the house writes
    /// @param furnish given the folder the stores will have, still empty
    public static PlayedHouse start(
            Path root, Path home, Play play, Consumer<Path> furnish, Consumer<String> progress) {
        var layout = new Layout(root, home);
        var ticks = Ticks.of(play.ticks().toString());
        var options = new RunOptions(
                play.brokers(),
                ticks,
                play.speed(),
                ticks.label() + "." + Instant.now().getEpochSecond(),
                false,
                Door.FUNCTION,
                true,
                Optional.empty(),
                Ports.free());
        Leftovers.endFunctions(layout);
        HouseRun.makeRoom(layout);
        furnish.accept(layout.data());
        var played = new PlayedHouse(layout, options, Launches.packaged(layout, play.settings()), progress);
        try {
            played.house.start();
            return played;
        } catch (RuntimeException e) {
            played.close();
            throw e;
        }
    }

    public Infrastructure infrastructure() {
        return house.infrastructure();
    }

    public List<KafkaSource> sources() {
        return house.sources();
    }

    public List<String> rooms() {
        return house.rooms().stream().map(each -> each.room().name()).toList();
    }

    /// The process of this moment; empty while it is being started again.
    public Optional<ProcessHandle> process(String room) {
        return ProcessHandle.of(room(room).pid()).filter(ProcessHandle::isAlive);
    }

    /// Where a room's events are posted.
    public URI address(String room) {
        return room(room).room().sink();
    }

    /// What goes wrong at the Kite simulator; empty where no lane trades there.
    public Optional<Faults> brokerFaults() {
        return house.brokerFaults();
    }

    public int restarts() {
        return house.rooms().stream().mapToInt(RoomProcess::restarts).sum();
    }

    private RoomProcess room(String room) {
        return house.rooms().stream()
                .filter(each -> each.room().name().equals(room))
                .findFirst()
                .orElseThrow();
    }

    /// Starts a second process of each function, named as the first with `-twin` behind it; they share the events.
    public void twin(List<String> functions) {
        house.twin(functions);
    }

    /// Whether a feed has published its last tick.
    public boolean hasPlayed() {
        return feeds().map(this::status)
                .flatMap(Optional::stream)
                .peek(PlayedHouse::refuseFailure)
                .anyMatch(FeedStatus::hasEnded);
    }

    /// The room whose feed publishes at this moment; empty while none does.
    public Optional<String> publisher() {
        return feeds().filter(each -> status(each).map(FeedStatus::isPublishing).orElse(false))
                .map(Room::name)
                .findFirst();
    }

    private Stream<Room> feeds() {
        return house.rooms().stream().map(RoomProcess::room).filter(each -> each.function()
                .equals("market-feed"));
    }

    private Optional<FeedStatus> status(Room feed) {
        return FeedStatus.ask(house.http(), feed);
    }

    private static void refuseFailure(FeedStatus feed) {
        if (feed.hasFailed()) {
            throw new StartException("the feed has failed: " + feed.details());
        }
    }

    /// Halts a lane, or lets it trade again; returns when the engine has acknowledged it.
    ///
    /// @throws StartException if it does not acknowledge it
    public void trade(String broker, TradingState state) {
        var engine = new EngineDoor(
                house.http(), broker, house.room("trading-engine").address());
        var answer = engine.ask(
                "PUT",
                "/trading-state",
                "{\"state\":\"%s\",\"reason\":\"experiment\",\"by\":\"soak\"}".formatted(state),
                ACKNOWLEDGED_WITHIN);
        if (!answer.path("acknowledged").asBoolean()) {
            throw new StartException(state + " of " + broker + " was not acknowledged: " + answer);
        }
    }

    /// The number a query of the ledger gives.
    public long number(String sql, Object... parameters) {
        try (var figures = new Figures(house.stores())) {
            return figures.number(sql, parameters);
        }
    }

    /// The numbers a query of the ledger gives, one a row.
    public List<Long> numbers(String sql, Object... parameters) {
        try (var figures = new Figures(house.stores())) {
            return figures.numbers(sql, parameters);
        }
    }

    /// Changes the ledger behind the house's back.
    public void change(String sql) {
        try (var figures = new Figures(house.stores())) {
            figures.update(sql);
        }
    }

    /// Removes every view and has them projected again, as `panda rebuild` does; waits for a ledger that is being
    // started
    /// again.
    ///
    /// @return how many keys were removed
    public int rebuild() {
        Condition.await(ACKNOWLEDGED_WITHIN, LOOK_EVERY, this::ledgerAnswers);
        return RebuildCommand.rebuild(house.stores(), options.brokers(), layout).keys();
    }

    private boolean ledgerAnswers() {
        try {
            return number("select 1") == 1;
        } catch (StartException | IllegalStateException _) {
            return false;
        }
    }

    /// How many portfolios and positions Redis shows.
    public int views() {
        return RebuildCommand.views(house.stores(), options.brokers());
    }

    /// Waits until the ticks are played and everything has been booked.
    ///
    /// @return false if that takes longer than ten minutes after the last tick
    public boolean isBooked() {
        Condition.await(PLAYED_WITHIN, LOOK_EVERY, this::hasPlayed);
        int[] quiet = {0};
        return Condition.await(DRAINED_WITHIN, LOOK_EVERY, () -> {
            if (hasPlayed() && watch.waitsForTheMarketOnly()) {
                house.closeSession();
            }
            quiet[0] = hasPlayed() && watch.isDrained() ? quiet[0] + 1 : 0;
            return quiet[0] == 2;
        });
    }

    /// What everything that has been booked came to.
    public Books books() {
        house.takeSnapshots();
        var audit = Audit.run(house.stores().auditTarget(options.brokers(), house.simulator()));
        try (var figures = new Figures(house.stores())) {
            var lanes = new TreeMap<String, String>();
            options.brokers().forEach(broker -> lanes.put(broker, lane(figures, broker)));
            return new Books(lanes, complaints(audit));
        }
    }

    private static String lane(Figures figures, String broker) {
        var digest = figures.digest(broker);
        var lines = new ArrayList<>(List.of("signals " + digest.signals(), "fills " + digest.fills()));
        lines.addAll(figures.portfolios(broker));
        return String.join("\n", lines);
    }

    private static Map<String, String> complaints(AuditResult audit) {
        return audit.findings().stream()
                .filter(each -> !each.ok())
                .collect(Collectors.toMap(Finding::scope, PlayedHouse::complaint, (a, b) -> a + "; " + b));
    }

    private static String complaint(Finding finding) {
        return finding.check() + " " + finding.differences().getFirst() + " (" + finding.total() + " differences)";
    }

    /// Ends it; its stores stay on the disk until the next one is started.
    @Override
    public void close() {
        house.close();
        try {
            Files.deleteIfExists(layout.state());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
