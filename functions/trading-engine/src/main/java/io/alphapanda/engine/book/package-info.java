/// The engine's part of the ledger: orders, their transitions and fills, and the events that tell of them. What is
/// written and what is told are one transaction.
package io.alphapanda.engine.book;
