package io.alphapanda.local.preflight;

import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.broker.Brokers;
import io.alphapanda.stage.broker.BrokersConfiguration;
import io.alphapanda.stage.broker.ConfigurationException;
import io.alphapanda.stage.preflight.Seen;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The accounts, read as every stage reads them at its start: environment, then the file, then the stages' defaults.
final class ConfiguredAccounts {

    /// Between the environment's 300 and the defaults' 100, as Quarkus has it.
    private static final int FILE = 260;

    private ConfiguredAccounts() {}

    /// @param file   of the house, if there is one
    /// @param active names of the accounts that are to run
    static Seen<List<BrokerAccount>> read(Optional<Path> file, List<String> active) {
        var builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDefaultSources()
                .withMapping(BrokersConfiguration.class)
                .withValidateUnknown(false);
        try {
            if (file.isPresent() && Files.exists(file.get())) {
                builder.withSources(
                        new PropertiesConfigSource(file.get().toUri().toURL(), FILE));
            }
            var configuration = builder.build().getConfigMapping(BrokersConfiguration.class);
            return new Seen.Known<>(new Brokers(configuration, Optional.of(active)).all());
        } catch (ConfigurationException | ConfigValidationException e) {
            return new Seen.Missing<>(e.getMessage());
        } catch (IOException e) {
            return new Seen.Missing<>(file.orElseThrow() + " can't be read: " + e.getMessage());
        }
    }
}
