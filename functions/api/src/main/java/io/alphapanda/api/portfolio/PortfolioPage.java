package io.alphapanda.api.portfolio;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A page of portfolios, by broker and strategy.
///
/// @param portfolios at most as many as asked for
/// @param nextCursor asks for the next page; null on the last
@Schema(description = "A page of portfolios, by broker and strategy")
public record PortfolioPage(
        List<PortfolioLine> portfolios,

        @Schema(description = "Asks for the next page; null on the last")
        Optional<String> nextCursor) {}
