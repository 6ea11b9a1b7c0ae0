/// Quotes, candles and the list of everything that can be traded.
@NullMarked
package io.alphapanda.kite.market;

import org.jspecify.annotations.NullMarked;
