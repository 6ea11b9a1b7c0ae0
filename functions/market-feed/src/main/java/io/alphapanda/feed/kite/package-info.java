/// Zerodha's ticker as a source: live prices of the instruments of one asset class, over up to three WebSockets.
///
/// ```
/// AccessTokens ─▶ Logins ─┐                        ┌─▶ TickerLine 1 ─┐
///                         ├─▶ KiteSession ─ Plan ──┼─▶ TickerLine 2 ─┼─▶ TickerIntake ─▶ TickQueue ─▶ LivePass
/// DayInstruments ─────────┘   (a thread a day)     └─▶ TickerLine 3 ─┘   (frames to ticks)
///   (cached files)
/// ```
///
/// What the ticker's bytes mean stands in common/kite; here is when to connect, what to ask for, and what to do when
/// nothing comes.
package io.alphapanda.feed.kite;
