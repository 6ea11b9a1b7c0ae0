package io.alphapanda.api.signal;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A page of signals, newest first.
///
/// @param signals    at most as many as asked for
/// @param nextCursor asks for the next, older page; null on the last
@Schema(description = "A page of signals, newest first")
public record SignalPage(
        List<SignalLine> signals,

        @Schema(description = "Asks for the next, older page; null on the last")
        Optional<String> nextCursor) {}
