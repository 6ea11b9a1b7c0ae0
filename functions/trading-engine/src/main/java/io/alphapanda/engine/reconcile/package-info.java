/// Our books against the broker's: at start, every hour, and when asked.
///
/// ```
/// BookReader: missed fills are booked, once ─▶ statement, our books ─▶ Comparison ──no difference──▶ EQUAL
///                                                                          │ differences
///                                                   some seconds later, again; those seen twice
///                                                                          ▼
///                                              DIFFERENT: an alarm for each, and the lane halts
/// ```
///
/// What is compared with what is [io.alphapanda.engine.reconcile.Comparison]'s, which does no I/O. What the account's
/// owner trades by hand is shown and never touched.
package io.alphapanda.engine.reconcile;
