package io.alphapanda.api.alert;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A page of alerts, newest first.
///
/// @param alerts     at most as many as asked for
/// @param nextCursor asks for the next, older page; null on the last
@Schema(description = "A page of alerts, newest first")
public record AlertPage(
        List<AlertLine> alerts,

        @Schema(description = "Asks for the next, older page; null on the last")
        Optional<String> nextCursor) {}
