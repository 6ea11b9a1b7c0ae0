/// Strategies are pure: a state and an observation in, a state and perhaps a signal out. The common
/// machinery (bars, entering a condition, fan-out to lanes) stands once in `Brain`.
@NullMarked
package io.alphapanda.domain.strategy;

import org.jspecify.annotations.NullMarked;
