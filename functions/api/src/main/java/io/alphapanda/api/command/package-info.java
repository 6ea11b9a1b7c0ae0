/// Halting and resuming. A command is written into the audit, forwarded to the engine that serves the account, and its
/// answer passed on: the engine's transaction is what holds, and its acknowledgement what a person waits for.
package io.alphapanda.api.command;
