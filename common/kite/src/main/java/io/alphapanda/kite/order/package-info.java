/// Orders and trades of the day: what is asked for, what the book shows, and how an update is told from a forgery.
@NullMarked
package io.alphapanda.kite.order;

import org.jspecify.annotations.NullMarked;
