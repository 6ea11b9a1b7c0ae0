package io.alphapanda.api.instrument;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The instruments the house has a price of, or that were traded, or that a strategy names; in alphabetical order.
///
/// @param instruments 5,000 at most
@Schema(description = "Instruments in alphabetical order")
public record InstrumentPage(List<InstrumentLine> instruments) {}
