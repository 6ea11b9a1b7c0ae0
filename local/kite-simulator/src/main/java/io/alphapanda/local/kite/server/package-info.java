/// The simulated broker's two faces: the REST API and the ticker, on one port of 127.0.0.1, plus its postbacks.
///
/// ```
///  HTTP --> Door: faults before, token, address, rate limit --> *Routes --> SimulatedExchange --> Door: faults after
///  WS   --> TickerServer: faults, token, connections         <-- ticks, OrderUpdates <-- SimulatedExchange
/// ```
@NullMarked
package io.alphapanda.local.kite.server;

import org.jspecify.annotations.NullMarked;
