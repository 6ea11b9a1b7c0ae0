/// What became of an approved signal at a broker.
@NullMarked
package io.alphapanda.domain.order;

import org.jspecify.annotations.NullMarked;
