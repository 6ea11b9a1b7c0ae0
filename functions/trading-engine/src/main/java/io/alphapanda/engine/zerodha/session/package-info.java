/// Logging in at Zerodha. Kite has no login without a person: they open the login address, Kite's page sends them back
/// with a request token, which is exchanged for the day's access token. It dies at 06:00, by a logout, or whenever Kite
/// says so; nobody uses it again then, and nothing is tried until a person has logged in.
///
/// ```
/// GET /brokers/zerodha/login ──302──▶ Kite's page ──302──▶ GET /brokers/zerodha/session?request_token=…&state=…
///          state into Redis                                  state out of Redis, once ─▶ token ─▶ ledger, sealed
/// any request ──403──▶ dead(account, version, why) ─▶ session ended, alarm, once ─▶ current(account) is empty
/// ```
package io.alphapanda.engine.zerodha.session;
