package io.alphapanda.local.proof;

import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Runs experiments, each with its control.
///
/// @param root     the project's folder
/// @param progress told, in a few words, how far it is
record Laboratory(Path root, Consumer<String> progress) {

    Finding run(Experiment experiment, boolean inFull, OptionalLong seed) {
        long count = inFull ? experiment.longCount() : experiment.shortCount();
        var trial = new Trial(count, seed.orElse(experiment.seed()), root, progress);
        var outcome = attempt(experiment.body(), trial);
        progress.accept((outcome.held() ? "held: " : "BROKEN: ") + outcome.words());
        progress.accept("now its control, without " + experiment.control().without());
        var control = attempt(experiment.control().body(), trial.of(experiment.shortCount()));
        return new Finding(
                experiment,
                count,
                trial.seed(),
                outcome.held(),
                outcome.words(),
                !control.held(),
                control.held() ? "was not noticed: " + control.words() : control.words());
    }

    private record Outcome(boolean held, String words) {}

    private static Outcome attempt(Body body, Trial trial) {
        try {
            return new Outcome(true, body.run(trial));
        } catch (Violation violation) {
            return new Outcome(false, violation.getMessage());
        }
    }
}
