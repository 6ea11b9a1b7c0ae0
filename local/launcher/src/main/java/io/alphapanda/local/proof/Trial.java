package io.alphapanda.local.proof;

import java.nio.file.Path;
import java.util.function.Consumer;

/// What one run of an experiment is given.
///
/// @param count    how much to do, in the experiment's own unit
/// @param seed     of everything random in it
/// @param root     the project's folder
/// @param progress told, in a few words, how far it is
public record Trial(long count, long seed, Path root, Consumer<String> progress) {

    /// The same trial of another size.
    public Trial of(long other) {
        return new Trial(other, seed, root, progress);
    }
}
