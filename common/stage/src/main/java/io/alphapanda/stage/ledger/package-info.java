/// The ledger's tables as Panache entities: names and columns, no decision. Which stage writes which table stands in
/// the migration; every stage may read all.
package io.alphapanda.stage.ledger;
