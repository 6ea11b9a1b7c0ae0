package io.alphapanda.api.instrument;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An instrument's newest prices.
///
/// @param last its last price
/// @param bars minute by minute, oldest first; a minute without a tick has none
@Schema(description = "An instrument's newest prices")
public record Prices(LastPrice last, List<Bar> bars) {}
