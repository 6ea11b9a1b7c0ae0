package io.alphapanda.api.strategy;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Every strategy, in alphabetical order.
@Schema(description = "Every strategy, in alphabetical order")
public record StrategyPage(List<StrategyLine> strategies) {}
