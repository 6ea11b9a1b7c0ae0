/// Looks at a house before it trades, and says what is in order, what is doubtful and what is wrong, with the fix.
///
/// ```
/// ./panda preflight ── JDBC, Jedis, Kafka ──┐
///                                           ├─▶ Facts ─▶ Preflight.CHECKS ─▶ Report ─▶ a list, JSON, exit code
/// GET /api/v1/preflight ── ledger, Redis ───┘
/// ```
/// Whoever asks gathers [io.alphapanda.stage.preflight.Facts] in its own way; what they mean is judged and worded here
/// alone. It lies in this room because it judges accounts and strategies, which are this room's to read, and needs no
/// container, because a command calls it.
package io.alphapanda.stage.preflight;
