/// The pre-flight as far as the read layer can see: its own configuration, the ledger, Redis, and what a watcher saw of
/// Kafka. What it means is judged in `io.alphapanda.stage.preflight`.
package io.alphapanda.api.preflight;
