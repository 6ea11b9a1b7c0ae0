/// Tells alerts outside the house: a queue in the ledger, a row for each alert, channel and occasion, tried until it is
/// told or given up.
///
/// ```
/// told_alerts ─▶ Notices.queue (once each) ─▶ notifications ─▶ claim ─▶ Channel ─▶ told | again later | given up
///                          quiet hours hold back ┘                └─ a process that dies here: claimed again after 30
/// s ```
package io.alphapanda.api.notify;
