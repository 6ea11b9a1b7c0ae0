/// What became of a signal in one lane, as the ledger has it: decision, orders, their steps, fills and bookings.
package io.alphapanda.api.trail;
