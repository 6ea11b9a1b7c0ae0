package io.alphapanda.local.preflight;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.alphapanda.stage.preflight.DefinedStrategy;
import io.alphapanda.stage.preflight.Seen;
import io.alphapanda.stage.strategy.StrategyText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The strategies' YAML files: what a house that does not run yet would start with.
final class StrategyFolder {

    private static final StrategyText TEXT = StrategyText.of(YAMLMapper.builder());

    private StrategyFolder() {}

    static Seen<List<DefinedStrategy>> read(Path folder) {
        try (var files = Files.list(folder)) {
            var found = new ArrayList<DefinedStrategy>();
            for (var file : files.filter(each -> each.getFileName().toString().matches("[^.].*\\.ya?ml"))
                    .sorted()
                    .toList()) {
                found.add(DefinedStrategy.read(TEXT, file.getFileName().toString(), Files.readString(file)));
            }
            return new Seen.Known<>(found);
        } catch (IOException e) {
            return new Seen.Missing<>(folder + " can't be read: " + e.getMessage());
        }
    }
}
