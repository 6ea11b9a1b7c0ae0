/// The delivery protocol, the heart of the system: delivery is at least once, concurrent duplicates and late replays
/// included, and each event still takes effect exactly once. PostgreSQL decides.
///
/// ```
/// one database transaction:
///   event id already in the inbox?  ─▶ its recorded outputs
///   the event it follows undecided? ─▶ 503, it will come again
///   decide(state, event) ─▶ state', outputs
///   write state', inbox row, outbox rows
/// publish the outbox rows, mark them sent
/// 204
/// ```
///
/// A crash before the commit has done nothing; after it the redelivery, or the sweeper, sends the same events with the
/// same ids.
package io.alphapanda.stage.delivery;
