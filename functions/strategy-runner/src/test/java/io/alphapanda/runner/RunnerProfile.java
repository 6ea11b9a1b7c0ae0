package io.alphapanda.runner;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/// The strategies of these tests: one copied to both lanes, one on the second lane only. What the runner works at is
/// told.
public final class RunnerProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            var folder = Files.createTempDirectory("strategies");
            Files.writeString(folder.resolve("pulse.yaml"), """
                    id: pulse
                    type: low-frequency
                    brokers: [paper, paper-b]
                    assetClasses: [equity]
                    size: 5
                    parameters: {cooldownSeconds: 60}
                    """);
            Files.writeString(folder.resolve("solo.yaml"), """
                    id: solo
                    type: momentum
                    brokers: [paper-b]
                    assetClasses: [equity]
                    size: 0.5
                    signalTtl: PT30S
                    parameters: {lookback: 2, thresholdPercent: 1.0}
                    """);
            return Map.of(
                    "panda.strategies.directory", folder.toString(),
                    "panda.delivery.sweep-after-seconds", "1",
                    "panda.traces.endpoint", "http://127.0.0.1:4318");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
