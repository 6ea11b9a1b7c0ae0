/// The rulebook. One list of named rules, first denial wins, a missing fact denies.
@NullMarked
package io.alphapanda.domain.risk;

import org.jspecify.annotations.NullMarked;
