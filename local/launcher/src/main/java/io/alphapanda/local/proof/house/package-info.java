/// Experiments with the whole house: its own processes and stores, played ticks, and faults made meanwhile.
package io.alphapanda.local.proof.house;
