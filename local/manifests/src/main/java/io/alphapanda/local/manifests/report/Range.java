package io.alphapanda.local.manifests.report;

import java.util.Optional;

/// Bounds of what scales.
///
/// @param max empty = without bound
public record Range(int min, Optional<Integer> max) {

    static Range of(int min, int max) {
        return new Range(min, Optional.of(max));
    }

    @Override
    public String toString() {
        return min + ".." + max.map(String::valueOf).orElse("∞");
    }
}
