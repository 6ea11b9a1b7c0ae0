package io.alphapanda.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.domain.strategy.Interval;
import io.alphapanda.stage.broker.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrategyFormatTest {

    private static final String COMPLETE = """
            id: momentum
            type: momentum
            enabled: true
            live: false
            brokers: [paper, paper-b]
            assetClasses: [equity]
            instruments: ["NSE:TCS"]
            interval: 1m
            size: 0.25
            signalTtl: PT45S
            parameters: {lookback: 20, thresholdPercent: 1.2}
            """;

    private final StrategyFormat format = new StrategyFormat();

    @Test
    void whatIsLeftOutHasItsDefault() {
        var definition = format.fromYaml("m.yaml", """
                id: m
                type: rsi
                brokers: [paper]
                assetClasses: [crypto]
                size: 1
                """).definition(3);

        assertThat(definition.enabled()).isTrue();
        assertThat(definition.live()).isFalse();
        assertThat(definition.instruments()).isEmpty();
        assertThat(definition.interval()).isEqualTo(Interval.TICK);
        assertThat(definition.signalTtl()).isEqualTo(Duration.ofMinutes(1));
        assertThat(definition.parameters().values()).isEmpty();
        assertThat(definition.version()).isEqualTo(3);
    }

    @Test
    void aDocumentSurvivesTheLedger() {
        var document = format.fromYaml("m.yaml", COMPLETE);

        var again = format.fromJson("row", format.toJson(document));

        assertThat(again.definition(1)).isEqualTo(document.definition(1));
        assertThat(format.toJson(again)).isEqualTo(format.toJson(document));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "interval: 1m              | intervall: 1m      | : intervall is unknown; known are [",
                "size: 0.25                | size: 0            | m.yaml: strategy momentum: size 0 must be above 0",
                "size: 0.25                | size: -1           | m.yaml: quantity -1 must",
                "size: 0.25                |                    | : size: ",
                "interval: 1m              | interval: 2m       | : interval: interval '2m' is unknown; use one of",
                "assetClasses: [equity]    | assetClasses: [gold] | : assetClasses[0]: asset class 'gold' is unknown",
                "brokers: [paper, paper-b] | brokers: [PAPER]   | : brokers[0]: broker 'PAPER' must match",
                "brokers: [paper, paper-b] | brokers: []        | m.yaml: strategy momentum: brokers is empty; name at",
                "signalTtl: PT45S          | signalTtl: PT0S    | must be between PT1S and P1D",
                "id: momentum              | id: Momentum!      | : id: strategy id 'Momentum!' must match",
                "'{lookback: 20, thresholdPercent: 1.2}' | '{lookback: 20' | m.yaml, line 11: parameters: ",
            })
    void whatCannotBeUsedIsNamedWithItsFile(String line, String instead, String message) {
        var text = COMPLETE.replace(line, instead == null ? "" : instead);

        assertThatThrownBy(() -> format.fromYaml("m.yaml", text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message);
    }

    @Test
    void twoFilesWithOneIdAreRefused(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("a.yaml"), COMPLETE);
        Files.writeString(folder.resolve("b.yaml"), COMPLETE);

        assertThatThrownBy(() -> new StrategyFiles(Optional.of(folder), format).read())
                .hasMessage("b.yaml: id 'momentum' is given in a.yaml already; ids are unique");
    }

    @Test
    void aFolderThatIsNotThereIsNamed(@TempDir Path folder) {
        assertThatThrownBy(() -> new StrategyFiles(Optional.of(folder.resolve("gone")), format).read())
                .hasMessageContaining("panda.strategies.directory '" + folder.resolve("gone") + "' can't be read");
    }

    @Test
    void theFilesThatComeWithTheHouseCanBeUsed() {
        var files = new StrategyFiles(Optional.of(Path.of("strategies")), format)
                .read()
                .orElseThrow();

        assertThat(files.keySet())
                .contains("momentum.yaml", "mean-reversion.yaml", "rsi.yaml", "breakout.yaml", "low-frequency.yaml");
        assertThat(files.values()).extracting(each -> each.definition(1).type()).contains("momentum", "rsi");
    }
}
