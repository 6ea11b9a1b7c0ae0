/// Experiments inside one JVM, thousands of events a second: the domain's own rules, orders, books and brain. Around
/// them stands a lane kept in memory, whose inboxes and turns follow docs/delivery.md. What processes and stores do to
/// the same promises is not examined here.
package io.alphapanda.local.proof.memory;
