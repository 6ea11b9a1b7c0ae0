/// How a paper account executes: slippage and charges by formula, no clock and no dice.
@NullMarked
package io.alphapanda.domain.paper;

import org.jspecify.annotations.NullMarked;
