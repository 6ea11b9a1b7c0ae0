package io.alphapanda.engine.zerodha.session;

import io.alphapanda.kite.KiteAccess;

/// What a login opens, and which login it was: whoever is told that the token is dead says so of this one.
public record Access(KiteAccess kite, long version) {}
