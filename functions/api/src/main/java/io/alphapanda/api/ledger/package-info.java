/// How this room reads the ledger.
package io.alphapanda.api.ledger;
