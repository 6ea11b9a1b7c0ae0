package io.alphapanda.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.feed.batch.BatchLimits;
import io.alphapanda.feed.kite.KiteFeedSettings;
import io.alphapanda.feed.source.FeedSource;
import io.alphapanda.feed.source.RecordedFile;
import io.alphapanda.kite.market.Listing;
import io.alphapanda.kite.ticker.TickerCommand;
import io.alphapanda.stage.broker.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedSettingsTest {

    private static final Instant NOW = Instant.parse("2026-11-26T04:00:00Z");

    private final List<KiteFeedSettings> kite = new ArrayList<>();

    @TempDir
    Path directory;

    @Test
    void unconfiguredItReplaysTheBundledTradesAtTheMarketsSpeed() {
        var settings = settings(Map.of());

        assertThat(settings.stream(NOW)).hasToString("bitstamp");
        assertThat(settings.assetClass()).isEqualTo(AssetClass.CRYPTO);
        assertThat(settings.speed()).hasToString("1x");
        assertThat(settings.shards()).isEqualTo(4);
        assertThat(settings.limits())
                .isEqualTo(new BatchLimits(500, BatchLimits.Measure.DUE_TIME, Duration.ofMillis(50)));
        assertThat(settings.lease()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.pace().enabled()).isFalse();
    }

    @Test
    void atFullSpeedItWaitsForItsFollowersUnlessToldNotTo() {
        assertThat(settings(Map.of("speed", "max")).pace().enabled()).isTrue();
        assertThat(settings(Map.of("speed", "max", "pace.enabled", "false"))
                        .pace()
                        .enabled())
                .isFalse();
    }

    @Test
    void aRecordedFileNamesItsStream() throws IOException {
        var file = Files.createFile(directory.resolve("NSE_2021-06-03.csv.gz"));

        var settings = settings(Map.of("source", "recorded", "file", file.toString()));

        assertThat(settings.stream(NOW)).hasToString("nse-2021-06-03");
        assertThat(settings.assetClass()).isEqualTo(AssetClass.EQUITY);
        assertThat(((FeedSource.Replay) settings.source()).ticks()).isInstanceOf(RecordedFile.class);
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "source | live | panda.feed.source 'live' is unknown; use recorded, bitstamp, simulated or kite",
                "speed | fast | panda.feed.speed: 'fast' must be max or 1x to 1000x; try 60x",
                "shards | 0 | panda.feed.shards '0' must be a whole number from 1 to 64; change it or leave it out",
                "shards | 65 | panda.feed.shards '65' must be a whole number from 1 to 64; change it or leave it out",
                "shards | x | panda.feed.shards 'x' must be a whole number from 1 to 64; change it or leave it out",
                "batch.max-ticks | 501 | panda.feed.batch.max-ticks '501' must be a whole number from 1 to 500",
                "batch.max-millis | 0 | panda.feed.batch.max-millis '0' must be a whole number from 1 to 1000",
                "stream | No Good | panda.feed.stream: stream 'No Good' must match",
                "venue | NSE | panda.feed.venue 'NSE' must be BITSTAMP for source bitstamp; leave it out",
                "pace.enabled | maybe | panda.feed.pace.enabled 'maybe' must be true or false",
                "lease.seconds | 1 | panda.feed.lease.seconds '1' must be a whole number from 2 to 60",
            })
    void aBadValueIsRefusedWithFieldValueBoundAndFix(String key, String value, String message) {
        assertThatThrownBy(() -> settings(Map.of(key, value)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message);
    }

    @Test
    void kiteIsListenedToByTheDayWithoutAPace() {
        var settings = settings(Map.of(
                "source", "kite",
                "asset-class", "options",
                "kite.account", "zerodha-2",
                "kite.instruments", "NFO:NIFTY26DEC25000CE, NSE:NIFTY 50"));

        assertThat(settings.stream(NOW)).hasToString("kite-2026-11-26");
        assertThat(settings.stream(Instant.parse("2026-11-26T18:30:00Z"))).hasToString("kite-2026-11-27");
        assertThat(settings.assetClass()).isEqualTo(AssetClass.OPTIONS);
        assertThat(settings.pace().enabled()).isFalse();
        assertThat(settings.limits().measure()).isEqualTo(BatchLimits.Measure.DUE_TIME);
        assertThat(kite).singleElement().satisfies(each -> {
            assertThat(each.account()).isEqualTo("zerodha-2");
            assertThat(each.instruments())
                    .containsExactly(Listing.of("NFO:NIFTY26DEC25000CE"), Listing.of("NSE:NIFTY 50"));
            assertThat(each.mode()).isEqualTo(TickerCommand.Mode.FULL);
            assertThat(each.silence()).isEqualTo(Duration.ofSeconds(5));
            assertThat(each.reconnect().longest()).isEqualTo(Duration.ofSeconds(60));
        });
    }

    @Test
    void moreInstrumentsThanKiteLetsOneAppWatchAreRefused() {
        var tooMany =
                IntStream.rangeClosed(0, 9_000).mapToObj(each -> "NSE:S" + each).collect(Collectors.joining(","));

        assertThatThrownBy(() -> settings(Map.of("source", "kite", "kite.instruments", tooMany)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "panda.feed.kite.instruments names 9001 instruments; name 1 to 9000, such as NSE:INFY,NSE:TCS");
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "kite.instruments | INFY | panda.feed.kite.instruments: instrument 'INFY' must be written EXCHANGE:SYMBOL",
                "kite.mode | deep | panda.feed.kite.mode 'deep' must be ltp, quote or full; leave it out for full",
                "kite.begins | dawn | panda.feed.kite.begins 'dawn' must be a time of day such as 08:30",
                "kite.silent-millis | 99 | panda.feed.kite.silent-millis '99' must be a whole number from 100 to 60000",
                "kite.stall-seconds | 0 | panda.feed.kite.stall-seconds '0' must be a whole number from 1 to 3600",
                "kite.queue | 99 | panda.feed.kite.queue '99' must be a whole number from 100 to 1000000",
                "kite.login-poll-seconds | 0 | panda.feed.kite.login-poll-seconds '0' must be a whole number from 1 to 300",
                "kite.bcd-divisor | 30 | panda.feed.kite.bcd-divisor: BCD divisor 30 must be 1, 10, 100",
                "speed | max | panda.feed.speed 'max' must be 1x for source kite: live ticks come when they come",
                "venue | NSE | panda.feed.venue 'NSE' is not for source kite: its instruments name their exchange",
                "asset-class | crypto | panda.feed.asset-class 'crypto' must be equity, options or forex for source kite",
                "asset-class | bonds | panda.feed.asset-class: asset class 'bonds' is unknown",
                "stream | Kite! | panda.feed.stream: stream 'Kite!-1970-01-01' must match",
            })
    void aBadValueOfKiteIsRefusedWithFieldValueBoundAndFix(String key, String value, String message) {
        var values = new HashMap<>(Map.of("source", "kite", "kite.instruments", "NSE:INFY"));
        values.put(key, value);

        assertThatThrownBy(() -> settings(values))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message);
    }

    @Test
    void anAssetClassIsRefusedWhereTheSourceHasItsOwn() {
        assertThatThrownBy(() -> settings(Map.of("asset-class", "equity")))
                .hasMessage(
                        "panda.feed.asset-class is for source kite only: bitstamp has one of its own; leave it out");
    }

    @Test
    void aMissingFileIsRefused() {
        assertThatThrownBy(() -> settings(Map.of("source", "recorded")))
                .hasMessageContaining("panda.feed.file is not set");
        assertThatThrownBy(() -> settings(Map.of("source", "recorded", "file", "/no/such.csv")))
                .hasMessageContaining("panda.feed.file '/no/such.csv' is missing");
    }

    private FeedSettings settings(Map<String, String> values) {
        var properties = new HashMap<String, String>();
        values.forEach((key, value) -> properties.put("panda.feed." + key, value));
        var configuration = new SmallRyeConfigBuilder()
                .withMapping(FeedConfiguration.class)
                .addDefaultInterceptors()
                .addDefaultSources()
                .withSources(new PropertiesConfigSource(properties, "test", 1_000))
                .build()
                .getConfigMapping(FeedConfiguration.class);
        return FeedSettings.of(configuration, each -> {
            kite.add(each);
            return new FakeLive(each.hours()::stream);
        });
    }
}
