package io.alphapanda.api.instrument;

import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One minute.
///
/// @param time   its beginning
/// @param open   first price
/// @param high   highest
/// @param low    lowest
/// @param close  last price
/// @param volume traded since the bar before; null where that is not known
/// @param ticks  from its first to its last
/// @param stream the feed's stream they came with
@Schema(description = "One minute's prices")
public record Bar(
        Instant time,
        Price open,
        Price high,
        Price low,
        Price close,

        @Schema(description = "Traded since the bar before; null where that is not known")
        Optional<Quantity> volume,

        long ticks,
        String stream) {}
