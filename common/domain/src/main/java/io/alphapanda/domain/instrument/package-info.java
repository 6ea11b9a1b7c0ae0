/// What is traded and where: venues, instruments, asset classes.
@NullMarked
package io.alphapanda.domain.instrument;

import org.jspecify.annotations.NullMarked;
