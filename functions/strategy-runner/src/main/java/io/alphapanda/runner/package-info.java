/// The one brain: tick batches in, signals out, copied to every broker of their strategy. What strategies remember is
/// in Redis, one script a batch; which strategies there are, with which parameters, is in the ledger.
package io.alphapanda.runner;
