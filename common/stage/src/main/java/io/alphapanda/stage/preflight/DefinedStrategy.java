package io.alphapanda.stage.preflight;

import io.alphapanda.domain.strategy.ActiveStrategy;
import io.alphapanda.domain.strategy.StrategyDefinition;
import io.alphapanda.stage.strategy.StrategyDocument;
import io.alphapanda.stage.strategy.StrategyText;
import io.alphapanda.stage.strategy.StrategyTypes;

/// One strategy's definition, read as the strategy-runner reads it.
public sealed interface DefinedStrategy {

    /// @param definition what it says
    record Valid(StrategyDefinition definition) implements DefinedStrategy {

        String id() {
            return definition.id().value();
        }
    }

    /// @param id  its name, or its file's
    /// @param why what is wrong, for people
    record Refused(String id, String why) implements DefinedStrategy {}

    /// @param text  how it is written down
    /// @param id    its name, or its file's
    /// @param definition what is written
    static DefinedStrategy read(StrategyText text, String id, String definition) {
        try {
            StrategyDocument document = text.read(id, definition);
            return new Valid(
                    ActiveStrategy.of(document.definition(0), StrategyTypes.ALL).definition());
        } catch (IllegalArgumentException e) {
            return new Refused(id, e.getMessage());
        }
    }
}
