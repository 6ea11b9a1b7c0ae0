/// What a strategy wishes, before anyone has judged it.
@NullMarked
package io.alphapanda.domain.signal;

import org.jspecify.annotations.NullMarked;
