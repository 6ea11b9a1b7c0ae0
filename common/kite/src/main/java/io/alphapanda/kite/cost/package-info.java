/// What orders would cost and block, as Kite computes it.
@NullMarked
package io.alphapanda.kite.cost;

import org.jspecify.annotations.NullMarked;
