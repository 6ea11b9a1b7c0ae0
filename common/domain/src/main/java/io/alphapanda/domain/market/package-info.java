/// Observations of the market: ticks, the batches they travel in, and time bars built from them.
@NullMarked
package io.alphapanda.domain.market;

import org.jspecify.annotations.NullMarked;
