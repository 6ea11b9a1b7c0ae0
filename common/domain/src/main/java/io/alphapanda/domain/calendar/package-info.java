/// When a venue trades. Times are configuration with effective dates, because exchanges change them.
@NullMarked
package io.alphapanda.domain.calendar;

import org.jspecify.annotations.NullMarked;
