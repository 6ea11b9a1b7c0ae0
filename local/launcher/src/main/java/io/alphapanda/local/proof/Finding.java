package io.alphapanda.local.proof;

/// What an experiment came to.
///
/// @param experiment   which
/// @param count        how much was done
/// @param seed         with which seed
/// @param held         whether the promise held
/// @param words        what was done, or how the promise was broken
/// @param controlHeld  whether the control was found out, as it must be
/// @param controlWords how it was found out
record Finding(
        Experiment experiment,
        long count,
        long seed,
        boolean held,
        String words,
        boolean controlHeld,
        String controlWords) {

    /// Whether the promise held, and it would have been noticed if it had not.
    boolean proves() {
        return held && controlHeld;
    }
}
