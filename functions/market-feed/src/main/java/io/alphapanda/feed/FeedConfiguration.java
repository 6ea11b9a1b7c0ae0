package io.alphapanda.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/// What the feed is told. Numbers and times come as text, so that [FeedSettings] refuses a bad one in its own words.
@ConfigMapping(prefix = "panda.feed")
public interface FeedConfiguration {

    /// `recorded`, `bitstamp`, `simulated` or `kite`.
    @WithDefault("bitstamp")
    String source();

    /// The recorded file, CSV or CSV.gz; only for `recorded`.
    Optional<String> file();

    /// Where a recorded file's symbols are traded: `NSE` unless set. The other sources have venues of their own.
    Optional<String> venue();

    /// `max`, or `1x` to `1000x`; not for `kite`, whose ticks come when they come.
    @WithDefault("1x")
    String speed();

    /// The stream's name; derived from the source unless set. A new name publishes the source anew. For `kite` the
    /// first part of it, `kite` unless set; the day follows.
    Optional<String> stream();

    /// Whose ticks are published: `equity`, `options` or `forex`; only for `kite`, where it is `equity` unless set. The
    /// other sources have one of their own.
    Optional<String> assetClass();

    /// Partitions of the topic, 1 to 64.
    @WithDefault("4")
    String shards();

    /// One-minute bars kept of each instrument, 0 to 10000; 750 are two sessions of NSE, 0 keeps none. One takes
    /// about 150 bytes of Redis.
    @WithDefault("750")
    String bars();

    Batch batch();

    Simulated simulated();

    Kite kite();

    Pace pace();

    Lease lease();

    /// When a batch is full.
    interface Batch {

        /// Ticks, 1 to 500.
        @WithDefault("500")
        String maxTicks();

        /// Milliseconds since its first tick was due, 1 to 1000; at `1x` to `1000x`.
        @WithDefault("50")
        String maxMillis();

        /// Seconds of event time since its first tick, 1 to 86400; at `max`. An hour leaves a batch of a lively
        /// shard to be cut by its count.
        @WithDefault("3600")
        String maxEventSeconds();
    }

    /// The random walk.
    interface Simulated {

        /// Of the random numbers.
        @WithDefault("1")
        String seed();

        /// How many instruments walk, 1 to 500.
        @WithDefault("10")
        String instruments();

        /// Over all instruments, in event time, 1 to 1000000.
        @WithDefault("100")
        String ticksPerSecond();

        /// How many ticks; 0 = without end.
        @WithDefault("0")
        String count();

        /// Event time of the first tick, an ISO instant.
        @WithDefault("2026-01-05T04:00:00Z")
        String start();
    }

    /// Zerodha's ticker.
    interface Kite {

        /// Whose login it is: the account `panda.brokers.<name>` whose `connection` says how Kite is reached.
        @WithDefault("zerodha")
        String account();

        /// What to listen to, as Kite writes it, `NSE:INFY,NFO:NIFTY26DEC25000CE`; 1 to 9000. Unknown ones are named in
        /// the status and left out.
        Optional<List<String>> instruments();

        /// How much of each instrument: `ltp`, `quote` or `full`. Only `full` has the exchange's time.
        @WithDefault("full")
        String mode();

        /// Folder of the day's lists of instruments, one file an exchange.
        @WithDefault("${java.io.tmpdir}/alpha-panda/kite")
        String cacheDirectory();

        /// When listening begins, Indian time; not before the day's list of instruments is out.
        @WithDefault("08:30")
        String begins();

        /// Milliseconds without a single frame until a connection is given up, 100 to 60000.
        @WithDefault("5000")
        String silentMillis();

        /// Seconds without a tick while the market is open until the feed counts as stalled, 1 to 3600.
        @WithDefault("60")
        String stallSeconds();

        /// Ticks that may wait for the feed, 100 to 1000000; never fewer than instruments.
        @WithDefault("20000")
        String queue();

        /// Seconds between two looks for a login, 1 to 300.
        @WithDefault("5")
        String loginPollSeconds();

        /// What prices of BSE's currencies are divided by, a power of ten: 10000 in Zerodha's own clients, 10000000 in
        /// its documentation.
        @WithDefault("10000")
        String bcdDivisor();
    }

    /// How far the feed may run ahead at `max`.
    interface Pace {

        /// Whether it waits for its followers at all.
        @WithDefault("true")
        String enabled();

        /// Batches the strategy-runner has not read, 1 to 100000.
        @WithDefault("64")
        String maxUnprocessedBatches();

        /// Records any lane's stage has not read, 1 to 1000000.
        @WithDefault("400")
        String maxLaneLag();
    }

    /// The right to publish.
    interface Lease {

        /// Seconds until a dead publisher is replaced, 2 to 60.
        @WithDefault("5")
        String seconds();
    }
}
