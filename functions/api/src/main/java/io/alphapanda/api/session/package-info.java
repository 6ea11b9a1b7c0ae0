/// Who is logged in at which broker, as the ledger has it. Where one logs in is the trading-engine's; here is at most a
/// link to it.
package io.alphapanda.api.session;
