/// Before anything trades: brings the ledger to this version and sees that every topic is there. Runs once and ends.
package io.alphapanda.bootstrap;
