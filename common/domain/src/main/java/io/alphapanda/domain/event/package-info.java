/// The names and shapes of everything that travels: event types, topics, derived ids, payloads.
@NullMarked
package io.alphapanda.domain.event;

import org.jspecify.annotations.NullMarked;
