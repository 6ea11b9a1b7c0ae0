package io.alphapanda.api.instruments;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// @param instruments in alphabetical order, at most as many as asked for
/// @param nextCursor  asks for the next page; null on the last
@Schema(name = "TradedInstrumentPage", description = "A page of instruments, in alphabetical order")
public record InstrumentPage(
        List<InstrumentLine> instruments,

        @Schema(description = "Asks for the next page; null on the last")
        Optional<String> nextCursor) {}
