package io.alphapanda.local.launcher;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.params.ScanParams;

/// `panda rebuild`: removes every portfolio view from Redis and has the running house project it from the ledger again.
@Command(name = "rebuild", description = "Projects every view in Redis from the ledger again (the house must run).")
final class RebuildCommand implements Callable<Integer> {

    private static final Duration WITHIN = Duration.ofSeconds(60);

    @Override
    public Integer call() {
        var layout = Layout.find();
        var state = LastRun.require(layout);
        if (state.launcher().isEmpty()) {
            throw new StartException("no house is running; the views come from its portfolio-manager: ./panda run");
        }
        var rebuilt = rebuild(Stores.of(state), state.brokers(), layout);
        System.out.printf(
                "%d keys removed, %d portfolios projected from the ledger%n", rebuilt.keys(), rebuilt.portfolios());
        return 0;
    }

    /// @param keys       removed from Redis
    /// @param portfolios projected again
    record Rebuilt(int keys, long portfolios) {}

    /// @throws StartException if the views have not come back in time
    static Rebuilt rebuild(Stores stores, List<String> brokers, Layout layout) {
        try (var figures = new Figures(stores);
                var redis = new Jedis(URI.create(stores.redis()))) {
            int removed = 0;
            for (var broker : brokers) {
                removed += remove(redis, broker + ":portfolio:*") + remove(redis, broker + ":positions:*");
            }
            figures.update("update portfolios set viewed = -1");
            if (!Condition.await(
                    WITHIN, () -> figures.number("select count(*) from portfolios where viewed < 0") == 0)) {
                throw new StartException(
                        "the views were not projected within " + WITHIN.toSeconds() + " s; see " + layout.logs());
            }
            return new Rebuilt(removed, figures.number("select count(*) from portfolios"));
        }
    }

    /// How many keys are shown.
    static int views(Stores stores, List<String> brokers) {
        try (var redis = new Jedis(URI.create(stores.redis()))) {
            return brokers.stream()
                    .mapToInt(broker -> keys(redis, broker + ":portfolio:*").size()
                            + keys(redis, broker + ":positions:*").size())
                    .sum();
        }
    }

    private static int remove(Jedis redis, String pattern) {
        return (int) keys(redis, pattern).stream().mapToLong(redis::del).sum();
    }

    private static List<String> keys(Jedis redis, String pattern) {
        var keys = new ArrayList<String>();
        var cursor = ScanParams.SCAN_POINTER_START;
        do {
            var page = redis.scan(cursor, new ScanParams().match(pattern).count(500));
            keys.addAll(page.getResult());
            cursor = page.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
        return keys;
    }
}
