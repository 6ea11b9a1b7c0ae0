package io.alphapanda.feed;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/// Three ticks and a broken line, which the application under test publishes as it starts; and a house that can keep
/// secrets and knows an account, for the tests of logins.
public final class RecordedDay implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        try {
            var file = Files.createTempFile("recorded-day", ".csv");
            file.toFile().deleteOnExit();
            Files.write(
                    file,
                    List.of(
                            "timestamp,symbol,last_price,volume",
                            "2021-06-03 09:15:38,TCS,3100.05,10",
                            "2021-06-03 09:15:39,TCS,none,11",
                            "2021-06-03 09:15:40,TCS,3100.10,12",
                            "2021-06-03 09:15:40,INFY,1390.00,5"));
            return Map.of(
                    "panda.feed.source", "recorded",
                    "panda.feed.file", file.toString(),
                    "panda.feed.speed", "max",
                    "panda.feed.stream", "recorded-day",
                    "panda.feed.pace.enabled", "false",
                    "panda.secrets.key", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
                    "panda.brokers.zerodha.connection.api-key", "key",
                    "panda.brokers.zerodha.connection.api-secret", "secret");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // the file goes with the JVM
    }
}
