package io.alphapanda.local.proof;

/// One attempt to break a promise.
///
/// @param name       as on the command line
/// @param promise    what must hold
/// @param unit       what is counted
/// @param shortCount how many without `--long`
/// @param longCount  how many with it
/// @param seed       of everything random, unless another is given
/// @param body       tries to break it
/// @param control    shows that it would be noticed
public record Experiment(
        String name,
        String promise,
        String unit,
        long shortCount,
        long longCount,
        long seed,
        Body body,
        Control control) {

    public Experiment {
        if (!name.matches("[a-z][a-z-]*")) {
            throw new IllegalArgumentException("experiment '" + name + "' must be lower-case letters and -");
        }
        if (shortCount < 1 || longCount < shortCount) {
            throw new IllegalArgumentException("experiment " + name + ": shortCount " + shortCount
                    + " must be at least 1 and not above longCount " + longCount);
        }
    }

    @Override
    public String toString() {
        return name;
    }

    /// What does it again.
    String command(long count, long usedSeed) {
        var form = count == longCount && longCount != shortCount ? " --long" : "";
        return "./panda soak " + name + form + (usedSeed == seed ? "" : " --seed " + usedSeed);
    }
}
