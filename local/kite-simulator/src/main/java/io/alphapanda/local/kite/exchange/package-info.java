/// The broker and the exchange behind the simulated Kite Connect, without HTTP: accounts, orders and their life cycle,
/// trades, positions, holdings, margins. No thread, clock or socket of its own; time comes in as
/// {@link io.alphapanda.local.kite.exchange.SimulatorTime}, prices as ticks, and what happens goes out to one listener.
///
/// ```
///  place --> OrderRules --400--> RefusedException          ticks
///               |                                            |
///               v                                            v
///   PUT ORDER REQ RECEIVED > VALIDATION PENDING > OPEN PENDING > OPEN --Matching--> COMPLETE
///                                  |                   |           +--> CANCEL PENDING > CANCELLED
///                                  +--> REJECTED       +--> TRIGGER PENDING > OPEN
/// ```
@NullMarked
package io.alphapanda.local.kite.exchange;

import org.jspecify.annotations.NullMarked;
