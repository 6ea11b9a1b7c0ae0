package io.alphapanda.kite.portfolio;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Optional;

/// What can be spent, by segment. Empty where the account has none.
@RegisterForReflection
public record Margins(Optional<SegmentMargin> equity, Optional<SegmentMargin> commodity) {}
