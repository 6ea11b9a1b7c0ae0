package io.alphapanda.api.instrument;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The instruments the house has a price of, in alphabetical order.
///
/// @param instruments 5,000 at most
@Schema(description = "The instruments the house has a price of")
public record InstrumentPage(List<InstrumentLine> instruments) {}
