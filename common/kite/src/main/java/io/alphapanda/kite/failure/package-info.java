/// What a request came to, and what follows from it: for reads, whether to try again; for writes, whether the order
/// exists, does not exist, or has to be looked up.
@NullMarked
package io.alphapanda.kite.failure;

import org.jspecify.annotations.NullMarked;
