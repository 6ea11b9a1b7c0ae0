package io.alphapanda.api.twin;

import io.alphapanda.domain.order.Reality;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Two accounts compared over a time, by strategy and instrument.
///
/// @param broker         the account looked at
/// @param reality        of that account now
/// @param against        the account it is compared with
/// @param againstReality of that account now
/// @param from           signals recorded from then on
/// @param to             and before then
/// @param rows           by strategy and instrument
@Schema(description = "Two accounts compared over a time, by strategy and instrument")
public record TwinSummary(
        String broker,
        Reality reality,
        String against,
        Reality againstReality,
        Instant from,
        Instant to,
        List<TwinSummaryLine> rows) {}
