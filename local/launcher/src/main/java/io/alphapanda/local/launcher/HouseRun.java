package io.alphapanda.local.launcher;

import io.alphapanda.local.check.Audit;
import io.alphapanda.local.infrastructure.Infrastructure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// One run of a house, from empty stores to its end.
final class HouseRun implements Callable<Integer> {

    private final Layout layout;
    private final RunOptions options;
    private final Launches launches;

    HouseRun(Layout layout, RunOptions options, Launches launches) {
        this.layout = layout;
        this.options = options;
        this.launches = launches;
    }

    @Override
    public Integer call() {
        var started = Instant.now();
        var house = new House(layout, options, launches, what -> progress(started, what));
        Leftovers.endFunctions(layout);
        makeRoom(layout);
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

    /// Every run starts with empty books: the data of the run before is removed.
    static void makeRoom(Layout layout) {
        try {
            Files.createDirectories(layout.home());
            delete(layout.logs());
            if (Files.exists(layout.data())) {
                Infrastructure.clear(layout.data());
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
        house.accounts().forEach(account -> lanes.put(account.broker(), figures.lane(account)));
        return lanes;
    }

    private static Map<String, Figures.Digest> digests(Set<String> brokers, Figures figures) {
        var digests = new LinkedHashMap<String, Figures.Digest>();
        brokers.forEach(broker -> digests.put(broker, figures.digest(broker)));
        return digests;
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
            boolean ended = feed.isPresent() && feed.get().hasEnded();
            if (ended && watch.waitsForTheMarketOnly()) {
                house.closeSession();
            }
            quiet = ended && watch.isDrained() ? quiet + 1 : 0;
        }
        house.takeSnapshots();
        return finish(house, options, feed.orElseThrow(), Duration.between(begun, Instant.now()));
    }

    private static Integer finish(House house, RunOptions options, FeedStatus feed, Duration took) {
        try (var figures = new Figures(house.stores())) {
            var lanes = lanes(house, figures);
            var audit = Audit.run(house.stores().auditTarget(options.brokers(), house.simulator()));
            System.out.println();
            Tables.lanes(lanes).forEach(System.out::println);
            System.out.println();
            System.out.printf(
                    "%,d ticks in %.1f s, %d broken lines skipped, %d restarts%n%n",
                    feed.ticks(), took.toMillis() / 1000.0, feed.broken(), restarts(house));
            feed.brokenLines().forEach(line -> System.out.println("skipped " + line));
            System.out.println(audit.asText());
            var outcome = Report.of(
                    feed,
                    took.toMillis() / 1000.0,
                    figures.latency(),
                    lanes,
                    figures.strategies(),
                    digests(lanes.keySet(), figures),
                    audit);
            options.report().ifPresent(file -> Report.write(file, outcome));
            return audit.ok() ? 0 : 1;
        }
    }
}
