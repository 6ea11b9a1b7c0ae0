package io.alphapanda.runner;

import io.alphapanda.stage.broker.ConfigurationException;
import io.alphapanda.stage.strategy.StrategyDocument;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The YAML files a house starts with, one strategy each.
@Singleton
final class StrategyFiles {

    /// A definition is a page of text; more is a mistake.
    private static final long MOST_BYTES = 64 * 1024;

    private final Optional<Path> directory;
    private final StrategyFormat format;

    StrategyFiles(
            @ConfigProperty(name = "panda.strategies.directory") Optional<Path> directory, StrategyFormat format) {
        this.directory = directory;
        this.format = format;
    }

    /// By file name, in its order; empty if no directory is configured, and the ledger alone counts.
    ///
    /// @throws ConfigurationException naming the file, the field, the value and the bound
    Optional<Map<String, StrategyDocument>> read() {
        return directory.map(this::read);
    }

    private Map<String, StrategyDocument> read(Path folder) {
        var documents = new LinkedHashMap<String, StrategyDocument>();
        for (var file : files(folder)) {
            var name = file.getFileName().toString();
            var document = format.fromYaml(name, text(file));
            documents.forEach((other, known) -> {
                if (known.id().equals(document.id())) {
                    throw new ConfigurationException(
                            name + ": id '" + document.id() + "' is given in " + other + " already; ids are unique");
                }
            });
            documents.put(name, document);
        }
        return documents;
    }

    private static List<Path> files(Path folder) {
        try (var all = Files.list(folder)) {
            return all.filter(each -> each.getFileName().toString().matches("[^.].*\\.ya?ml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ConfigurationException("panda.strategies.directory '" + folder
                    + "' can't be read; name the folder of the strategies' YAML files, or leave it out");
        }
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new ConfigurationException(file.getFileName() + ": has " + Files.size(file)
                        + " bytes; a strategy has at most " + MOST_BYTES);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new ConfigurationException(file.getFileName() + ": can't be read as UTF-8 text");
        }
    }
}
