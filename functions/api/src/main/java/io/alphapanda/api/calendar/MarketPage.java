package io.alphapanda.api.calendar;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// @param at      the moment it is told for
/// @param markets in alphabetical order
@Schema(description = "Every market the house knows")
public record MarketPage(Instant at, List<MarketLine> markets) {}
