package io.alphapanda.feed;

import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.instrument.Venue;
import io.alphapanda.domain.instrument.Venues;
import io.alphapanda.domain.market.StreamId;
import io.alphapanda.domain.market.TickBatch;
import io.alphapanda.feed.batch.BatchLimits;
import io.alphapanda.feed.batch.Sharding;
import io.alphapanda.feed.batch.Speed;
import io.alphapanda.feed.kite.KiteFeedSettings;
import io.alphapanda.feed.live.LiveSource;
import io.alphapanda.feed.pace.PaceBounds;
import io.alphapanda.feed.source.BitstampTrades;
import io.alphapanda.feed.source.FeedSource;
import io.alphapanda.feed.source.RandomWalk;
import io.alphapanda.feed.source.RecordedFile;
import io.alphapanda.feed.source.TickSource;
import io.alphapanda.stage.broker.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.function.Function;

/// The configuration, validated: a bad value is refused with the field, the value, the bound and the fix.
///
/// @param assetClass on which topic
/// @param sourceName as configured, for people
/// @param source     what is published, and as which stream
/// @param speed      how fast
/// @param shards     how many partitions
/// @param bars       one-minute bars kept of each instrument
/// @param limits     when a batch is full
/// @param pace       how far ahead, at full speed
/// @param lease      how long the right to publish lasts unrenewed
public record FeedSettings(
        AssetClass assetClass,
        String sourceName,
        FeedSource source,
        Speed speed,
        int shards,
        int bars,
        BatchLimits limits,
        PaceBounds pace,
        Duration lease) {

    private static final String PREFIX = Checked.PREFIX;
    private static final int LONGEST_STREAM = 48;
    private static final int MOST_BARS = 10_000;

    /// @param kite makes a source of its settings
    /// @throws ConfigurationException if anything in it can't be used
    static FeedSettings of(FeedConfiguration configuration, Function<KiteFeedSettings, LiveSource> kite) {
        var speed = Checked.value("speed", () -> Speed.of(configuration.speed()));
        var lease = Checked.number("lease.seconds", configuration.lease().seconds(), 2, 60);
        int shards = (int) Checked.number("shards", configuration.shards(), 1, Sharding.MOST);
        int bars = (int) Checked.number("bars", configuration.bars(), 0, MOST_BARS);
        var limits = limits(configuration.batch(), speed);
        var pace = pace(configuration.pace(), speed);
        if (!configuration.source().equals("kite") && configuration.assetClass().isPresent()) {
            throw new ConfigurationException(PREFIX + "asset-class is for source kite only: " + configuration.source()
                    + " has one of its own; leave it out");
        }
        var origin =
                switch (configuration.source()) {
                    case "recorded" -> recorded(configuration);
                    case "bitstamp" -> replay(configuration, "bitstamp", "BITSTAMP", new BitstampTrades());
                    case "simulated" -> simulated(configuration);
                    case "kite" -> live(KiteReading.of(configuration), kite);
                    default ->
                        throw new ConfigurationException(PREFIX + "source '" + configuration.source()
                                + "' is unknown; use recorded, bitstamp, simulated or kite");
                };
        return new FeedSettings(
                origin.assetClass(),
                configuration.source(),
                origin.source(),
                speed,
                shards,
                bars,
                limits,
                pace,
                Duration.ofSeconds(lease));
    }

    /// What is published at `now`.
    StreamId stream(Instant now) {
        return source.stream(now);
    }

    private static Origin live(KiteFeedSettings settings, Function<KiteFeedSettings, LiveSource> kite) {
        return new Origin(settings.assetClass(), new FeedSource.Live(kite.apply(settings)));
    }

    private static Origin replay(FeedConfiguration configuration, String name, String own, TickSource ticks) {
        return replay(configuration, name, venue(configuration, own), ticks);
    }

    private static Origin replay(FeedConfiguration configuration, String name, Venue venue, TickSource ticks) {
        var stream = Checked.value(
                "stream", () -> new StreamId(configuration.stream().orElse(name)));
        return new Origin(venue.assetClass(), new FeedSource.Replay(stream, ticks));
    }

    private record Origin(AssetClass assetClass, FeedSource source) {}

    private static Origin recorded(FeedConfiguration configuration) {
        var file = Path.of(configuration
                .file()
                .orElseThrow(() -> new ConfigurationException(
                        PREFIX + "file is not set; give the path of a CSV or CSV.gz file of recorded ticks")));
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new ConfigurationException(PREFIX + "file '" + file + "' is missing or can't be read; give the path"
                    + " of a CSV or CSV.gz file of recorded ticks");
        }
        var name = configuration.venue().orElse("NSE");
        var venue = Venues.find(name)
                .orElseThrow(() -> new ConfigurationException(
                        PREFIX + "venue '" + name + "' is unknown; use NSE, BITSTAMP, US or SIM"));
        return replay(configuration, nameOf(file), venue, new RecordedFile(file, venue));
    }

    private static Origin simulated(FeedConfiguration configuration) {
        var simulated = configuration.simulated();
        var walk = new RandomWalk(
                Checked.number("simulated.seed", simulated.seed(), Long.MIN_VALUE, Long.MAX_VALUE),
                (int) Checked.number("simulated.instruments", simulated.instruments(), 1, RandomWalk.MOST_INSTRUMENTS),
                (int) Checked.number(
                        "simulated.ticks-per-second", simulated.ticksPerSecond(), 1, RandomWalk.MOST_TICKS_PER_SECOND),
                Checked.number("simulated.count", simulated.count(), 0, Long.MAX_VALUE),
                start(simulated.start()));
        return replay(configuration, "simulated-" + Math.abs(walk.seed() % 1_000_000), "SIM", walk);
    }

    private static Instant start(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException _) {
            throw new ConfigurationException(
                    PREFIX + "simulated.start '" + text + "' is not an ISO instant; try 2026-01-05T04:00:00Z");
        }
    }

    private static Venue venue(FeedConfiguration configuration, String own) {
        configuration.venue().filter(each -> !each.equals(own)).ifPresent(other -> {
            throw new ConfigurationException(PREFIX + "venue '" + other + "' must be " + own + " for source "
                    + configuration.source() + "; leave it out");
        });
        return Venues.find(own).orElseThrow();
    }

    /// The file's name as a stream's: lower case, without its endings.
    private static String nameOf(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        var plain = name.replaceFirst("(\\.csv)?(\\.gz)?$", "")
                .replaceAll("[^a-z0-9.-]", "-")
                .replaceFirst("^[.-]+", "");
        var stream = plain.isEmpty() ? "recorded" : plain;
        return stream.substring(0, Math.min(LONGEST_STREAM, stream.length()));
    }

    private static BatchLimits limits(FeedConfiguration.Batch batch, Speed speed) {
        int ticks = (int) Checked.number("batch.max-ticks", batch.maxTicks(), 1, TickBatch.MAX_TICKS);
        var wall = Duration.ofMillis(Checked.number("batch.max-millis", batch.maxMillis(), 1, 1_000));
        var event = Duration.ofSeconds(Checked.number("batch.max-event-seconds", batch.maxEventSeconds(), 1, 86_400));
        return switch (speed) {
            case Speed.Max() -> new BatchLimits(ticks, BatchLimits.Measure.EVENT_TIME, event);
            case Speed.Times _ -> new BatchLimits(ticks, BatchLimits.Measure.DUE_TIME, wall);
        };
    }

    private static PaceBounds pace(FeedConfiguration.Pace pace, Speed speed) {
        boolean enabled =
                switch (pace.enabled()) {
                    case "true" -> true;
                    case "false" -> false;
                    default ->
                        throw new ConfigurationException(
                                PREFIX + "pace.enabled '" + pace.enabled() + "' must be true or false");
                };
        return new PaceBounds(
                enabled && speed instanceof Speed.Max,
                Checked.number("pace.max-unprocessed-batches", pace.maxUnprocessedBatches(), 1, 100_000),
                Checked.number("pace.max-lane-lag", pace.maxLaneLag(), 1, 1_000_000));
    }
}
