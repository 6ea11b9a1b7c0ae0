/// What the tests of every room stand on: real stores, a knock at the door, a look into ledger and topics.
package io.alphapanda.stage.testing;
