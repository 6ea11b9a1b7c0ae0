package io.alphapanda.api.log;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A page of the log, newest first.
///
/// @param lines      at most as many as asked for; fewer, even none, where few of very many fit
/// @param nextCursor asks for the next, older page; null on the last
@Schema(description = "A page of the log, newest first")
public record LogPage(
        List<LogEntryLine> lines,

        @Schema(
                description =
                        "Asks for the next, older page; null on the last. A page may be short where few of very many lines fit")
        Optional<String> nextCursor) {}
