package io.alphapanda.api.fill;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A page of fills, newest first.
///
/// @param fills      at most as many as asked for
/// @param nextCursor asks for the next, older page; null on the last
@Schema(description = "A page of fills, newest first")
public record FillPage(
        List<FillLine> fills,

        @Schema(description = "Asks for the next, older page; null on the last")
        Optional<String> nextCursor) {}
