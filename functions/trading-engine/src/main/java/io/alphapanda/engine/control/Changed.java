package io.alphapanda.engine.control;

import io.alphapanda.engine.live.TradingStates.Said;

/// What came of a command. It holds for every order that comes after it, acknowledged or not.
///
/// @param acknowledged whether what came before it has ended too: every order that was being sent is answered, or its
///                     answer can't come any more; from here on nothing it forbids reaches the broker
/// @param said         as written down
/// @param standing     of the lane, afterwards
public record Changed(boolean acknowledged, Said said, Standing standing) {}
