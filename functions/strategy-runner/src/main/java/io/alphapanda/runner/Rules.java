package io.alphapanda.runner;

import io.alphapanda.domain.strategy.Brain;

/// The strategies in force.
///
/// @param version of the newest definition among them
/// @param count   how many definitions there are, those not enabled included
/// @param brain   runs them
record Rules(long version, int count, Brain brain) {}
