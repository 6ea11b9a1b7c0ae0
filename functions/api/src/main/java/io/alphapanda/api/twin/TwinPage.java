package io.alphapanda.api.twin;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A page of twins, newest first.
///
/// @param twins      at most as many as asked for
/// @param nextCursor asks for the next, older page; null on the last
@Schema(description = "A page of twins, newest first")
public record TwinPage(
        List<Twin> twins,

        @Schema(description = "Asks for the next, older page; null on the last")
        Optional<String> nextCursor) {}
