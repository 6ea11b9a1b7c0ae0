package io.alphapanda.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.feed.batch.BatchLimits;
import io.alphapanda.feed.source.RecordedFile;
import io.alphapanda.stage.broker.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedSettingsTest {

    @TempDir
    Path directory;

    @Test
    void unconfiguredItReplaysTheBundledTradesAtTheMarketsSpeed() {
        var settings = settings(Map.of());

        assertThat(settings.stream()).hasToString("bitstamp");
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

        assertThat(settings.stream()).hasToString("nse-2021-06-03");
        assertThat(settings.assetClass()).isEqualTo(AssetClass.EQUITY);
        assertThat(settings.source()).isInstanceOf(RecordedFile.class);
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "source | live | panda.feed.source 'live' is unknown; use recorded, bitstamp or simulated",
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
    void aMissingFileIsRefused() {
        assertThatThrownBy(() -> settings(Map.of("source", "recorded")))
                .hasMessageContaining("panda.feed.file is not set");
        assertThatThrownBy(() -> settings(Map.of("source", "recorded", "file", "/no/such.csv")))
                .hasMessageContaining("panda.feed.file '/no/such.csv' is missing");
    }

    private static FeedSettings settings(Map<String, String> values) {
        var properties = new HashMap<String, String>();
        values.forEach((key, value) -> properties.put("panda.feed." + key, value));
        return FeedSettings.of(new SmallRyeConfigBuilder()
                .withMapping(FeedConfiguration.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(FeedConfiguration.class));
    }
}
