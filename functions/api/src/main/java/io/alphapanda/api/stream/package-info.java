/// What happens, as it happens: one stream of server-sent events a client, any number of clients to one look at the
/// ledger and Redis.
///
/// ```
/// ledger: outbox ──▶ ActivityLedger ──▶ ActivityTopic ─┐
/// ledger, Redis ───▶ a Watch ─────────▶ StateTopic ────┼──▶ Client, Client, Client …  (each a bounded buffer)
///                      only while somebody listens ────┘
/// ```
///
/// `activity` is a log: each of its events is told, and its place in the ledger is the id a client resumes from. The
/// other topics are states: whoever joins is told the present one, and then what changes.
@NullMarked
package io.alphapanda.api.stream;

import org.jspecify.annotations.NullMarked;
