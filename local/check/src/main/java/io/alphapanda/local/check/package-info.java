/// The audit: proves from the topics, the ledger and Redis that nothing was lost, doubled or mixed up. It reads them
/// itself and shares no code with the functions it audits, but for the domain's arithmetic.
///
/// ```
/// Redis ──▶ views shown ─┐
/// Kafka ──▶ records ─────┼──▶ temporary tables beside the ledger ──▶ checks: a query each, a line a difference
///           fills re-booked ┘      (the audit's own connection, nothing is written to the ledger)
/// ```
///
/// A running house is audited at one moment: the ledger's snapshot. Committed offsets and views are read before it,
/// records after it, so that what was on its way at that moment is told apart from what is missing.
package io.alphapanda.local.check;
