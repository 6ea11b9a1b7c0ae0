/// A login at a broker: who is logged in, until when, and the token that proves it. The ledger has it, sealed, and is
/// asked every time: what one process ends is ended for all.
package io.alphapanda.stage.session;
