/// Who may trade at all.
@NullMarked
package io.alphapanda.domain.control;

import org.jspecify.annotations.NullMarked;
