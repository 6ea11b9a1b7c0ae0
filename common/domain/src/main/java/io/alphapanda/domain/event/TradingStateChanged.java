package io.alphapanda.domain.event;

import io.alphapanda.domain.control.TradingScope;
import io.alphapanda.domain.control.TradingState;
import java.time.Instant;

/// Somebody, or an alarm, has said what a lane, a strategy or the house may send. It holds since before this was sent.
/// Of the scopes that apply to an order the strictest state holds.
///
/// @param scope     of what it is said
/// @param state     what may be sent
/// @param version   of the scope; 1 at first, one more with every change, so the highest is the newest
/// @param reason    for people
/// @param changedBy who said so
/// @param changedAt by the wall clock
public record TradingStateChanged(
        TradingScope scope, TradingState state, long version, String reason, String changedBy, Instant changedAt) {}
