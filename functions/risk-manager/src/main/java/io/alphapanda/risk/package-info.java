/// Judges every signal of a lane under the lane's rulebook. The lane's row is locked for the decision, exposure is read
/// from the ledger in the same transaction, and an approval is itself the reservation; so a limit holds however
/// signals arrive.
package io.alphapanda.risk;
