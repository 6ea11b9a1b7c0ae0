/// A Kite Connect v3 broker that never trades: the REST API, the ticker and the postbacks on 127.0.0.1, over a
/// simulated exchange that fills orders from the ticks it is given. Its point is what it can do wrong on demand
/// ({@link io.alphapanda.local.kite.fault.Faults}) and what it knows to be true all the while
/// ({@link io.alphapanda.local.kite.exchange.Truth}).
@NullMarked
package io.alphapanda.local.kite;

import org.jspecify.annotations.NullMarked;
