/// Watches the house: gathers how it stands, holds it against one list of rules, and writes down what a person must be
/// told and when that is over. Decides nothing about trading.
///
/// ```
/// ledger, Redis ─▶ HouseState ─▶ Rule.ALL ─▶ conditions ─▶ alerts (raised once, ended by themselves)
///                      └────────▶ HouseHealth ─▶ its history
/// ```
package io.alphapanda.api.watching;
