/// Kite's word that an order has changed, by post and over the ticker's connection. Neither is believed: updates come
/// twice, late, out of order or never, a partial one after the complete one, and carry no trade. All they lead to is
/// [io.alphapanda.engine.live.LiveLanes#readAgain], as the clock does that needs no word at all.
///
/// ```
/// POST /brokers/zerodha/postback ──checksum──▶ 200 ─┐
/// ticker, text frame of an order ───────────────────┼──▶ readAgain ──▶ the book is read, at most once in read-every
/// ticker, connected (again) ────────────────────────┘
/// ```
package io.alphapanda.engine.zerodha.update;
