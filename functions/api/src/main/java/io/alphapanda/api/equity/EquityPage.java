package io.alphapanda.api.equity;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A page of one portfolio's equity curve, newest first.
///
/// @param broker     the account
/// @param kind       what executes its orders: `paper`, …
/// @param strategy   whose portfolio
/// @param points     at most as many as asked for
/// @param nextCursor asks for the next page; null on the last
@Schema(description = "A page of one portfolio's equity curve, newest first")
public record EquityPage(
        String broker,
        String kind,
        String strategy,
        List<EquityPoint> points,

        @Schema(description = "Asks for the next page; null on the last")
        Optional<String> nextCursor) {}
