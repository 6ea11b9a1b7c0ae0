package io.alphapanda.runner;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.alphapanda.stage.strategy.StrategyDocument;
import io.alphapanda.stage.strategy.StrategyText;
import jakarta.inject.Singleton;

/// Strategies as text: YAML from files, JSON in the ledger.
@Singleton
final class StrategyFormat {

    private final StrategyText yaml = StrategyText.of(YAMLMapper.builder());
    private final StrategyText json = StrategyText.json();

    /// @param where the file, for the message
    StrategyDocument fromYaml(String where, String text) {
        return yaml.read(where, text);
    }

    /// @param where the row, for the message
    StrategyDocument fromJson(String where, String text) {
        return json.read(where, text);
    }

    /// The same definition always gives the same text.
    String toJson(StrategyDocument document) {
        return json.write(document);
    }
}
