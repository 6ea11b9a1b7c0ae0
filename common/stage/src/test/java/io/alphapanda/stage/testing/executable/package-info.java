/// What would break a native executable, found in the bytecode of the house: types that are JSON and not registered for
/// reflection, work in static initialisers, reflection and resources nobody declared. A native build takes minutes and
/// tells of none of them before the first event; this takes a second.
package io.alphapanda.stage.testing.executable;
