package io.alphapanda.local.launcher;

import io.alphapanda.local.check.Audit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `panda run`.
@Command(name = "run", description = "Runs the house: ticks in, booked fills out.")
final class RunCommand implements Callable<Integer> {

    private static final Pattern SPEED = Pattern.compile("max|([1-9][0-9]{0,2}|1000)x");
    private static final DateTimeFormatter RUN_NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    @Option(names = "--brokers", split = ",", description = "Lanes to run. Default: ACTIVE_BROKERS, else paper,paper-b")
    private List<String> brokers = List.of();

    @Option(names = "--ticks", description = "A CSV or CSV.gz file, bitstamp, or simulated. Default: ${DEFAULT-VALUE}")
    private String ticks = "bitstamp";

    @Option(names = "--speed", description = "1x, 60x (any <n>x), or max. Default: 60x; max with --until-end")
    private String speed;

    @Option(names = "--until-end", description = "End when everything played has been booked.")
    private boolean untilEnd;

    @Option(names = "--report", description = "Write the outcome as JSON (with --until-end).")
    private Path report;

    @Option(names = "--isolated", description = "An arm of processes for each broker.")
    private boolean isolated;

    @Option(names = "--port", description = "Port of the API. Default: 8080, or a free one if that is taken")
    private int port;

    @Override
    public Integer call() {
        var layout = Layout.find();
        var options = options();
        Leftovers.end(layout);
        makeRoom(layout);
        var started = Instant.now();
        var house = new House(layout, options, what -> progress(started, what));
        var ended = new CountDownLatch(1);
        // The JVM waits for this: whatever ends it (Ctrl-C, SIGTERM, an error), the house is ended first.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            ended.countDown();
            house.close();
        }));
        try {
            house.start();
            var api = house.room("api").address();
            progress(started, "ready, the API answers at " + api);
            return options.untilEnd() ? untilEnd(house, options, api) : untilStopped(house, options, api, ended);
        } finally {
            house.close();
        }
    }

    private RunOptions options() {
        var chosen = speed == null ? (untilEnd ? "max" : "60x") : speed;
        if (!SPEED.matcher(chosen).matches()) {
            throw new StartException("--speed " + chosen + " must be max, or 1x to 1000x");
        }
        if (report != null && !untilEnd) {
            throw new StartException("--report goes with --until-end");
        }
        var played = Ticks.of(ticks);
        return new RunOptions(
                lanes(),
                played,
                chosen,
                played.label() + "." + RUN_NAME.format(Instant.now()),
                isolated,
                untilEnd,
                Optional.ofNullable(report).map(Path::toAbsolutePath),
                Ports.claim("--port", port));
    }

    private List<String> lanes() {
        if (!brokers.isEmpty()) {
            return brokers;
        }
        var active = System.getenv("ACTIVE_BROKERS");
        return active == null || active.isBlank() ? List.of("paper", "paper-b") : List.of(active.split(","));
    }

    /// Every run starts with empty books: the data of the run before is removed.
    private static void makeRoom(Layout layout) {
        try {
            Files.createDirectories(layout.home());
            delete(layout.logs());
            if (Files.exists(layout.data())) {
                io.alphapanda.local.infrastructure.Infrastructure.clear(layout.data());
            }
            Files.createDirectories(layout.logs());
        } catch (IOException e) {
            throw new StartException(layout.home() + " can't be prepared: " + e.getMessage());
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var tree = Files.walk(directory)) {
            for (var path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void progress(Instant started, String what) {
        System.out.printf(
                "%5.1f s  %s%n", Duration.between(started, Instant.now()).toMillis() / 1000.0, what);
    }

    private static Integer untilStopped(House house, RunOptions options, String api, CountDownLatch ended) {
        var screen = new Screen(
                System.out, System.console() != null && System.console().isTerminal(), options, api);
        var watch = new Watch(house);
        while (!waited(ended)) {
            show(house, screen, watch);
        }
        return 0;
    }

    private static boolean waited(CountDownLatch ended) {
        try {
            return ended.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static Optional<FeedStatus> show(House house, Screen screen, Watch watch) {
        var feed = watch.feed();
        if (feed.isPresent()) {
            try (var figures = new Figures(house.stores())) {
                screen.show(feed.get(), lanes(house, figures), lag(watch), restarts(house));
            } catch (StartException | IllegalStateException _) {
                // The ledger is being restarted; the next second shows it again.
            }
        }
        return feed;
    }

    private static String lag(Watch watch) {
        var lag = watch.lag();
        return lag.isEmpty() ? "-" : Long.toString(lag.getAsLong());
    }

    private static int restarts(House house) {
        return house.rooms().stream().mapToInt(RoomProcess::restarts).sum();
    }

    private static Map<String, Figures.Lane> lanes(House house, Figures figures) {
        var lanes = new LinkedHashMap<String, Figures.Lane>();
        house.brokers().forEach(broker -> lanes.put(broker.name(), figures.lane(broker.name())));
        return lanes;
    }

    private static Integer untilEnd(House house, RunOptions options, String api) {
        var begun = Instant.now();
        var screen = new Screen(
                System.out, System.console() != null && System.console().isTerminal(), options, api);
        var watch = new Watch(house);
        var never = new CountDownLatch(1);
        int quiet = 0;
        Optional<FeedStatus> feed = Optional.empty();
        // Twice in a row, so that nothing was just between two places.
        while (quiet < 2) {
            waited(never);
            feed = show(house, screen, watch);
            if (feed.isPresent() && feed.get().hasFailed()) {
                throw new StartException("the feed has failed: " + feed.get().details());
            }
            quiet = feed.isPresent() && feed.get().hasEnded() && watch.isDrained() ? quiet + 1 : 0;
        }
        return finish(house, options, feed.orElseThrow(), Duration.between(begun, Instant.now()));
    }

    private static Integer finish(House house, RunOptions options, FeedStatus feed, Duration took) {
        try (var figures = new Figures(house.stores())) {
            var lanes = lanes(house, figures);
            var audit = Audit.run(house.stores().auditTarget(options.brokers()));
            System.out.println();
            Tables.lanes(lanes).forEach(System.out::println);
            System.out.println();
            System.out.printf(
                    "%,d ticks in %.1f s, %d broken lines skipped, %d restarts%n%n",
                    feed.ticks(), took.toMillis() / 1000.0, feed.broken(), restarts(house));
            System.out.println(audit.asText());
            var outcome =
                    Report.of(feed, took.toMillis() / 1000.0, figures.latency(), lanes, figures.strategies(), audit);
            options.report().ifPresent(file -> Report.write(file, outcome));
            return audit.ok() ? 0 : 1;
        }
    }
}
