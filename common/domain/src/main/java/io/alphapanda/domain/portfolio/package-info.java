/// Positions at average cost and the cash beside them.
@NullMarked
package io.alphapanda.domain.portfolio;

import org.jspecify.annotations.NullMarked;
