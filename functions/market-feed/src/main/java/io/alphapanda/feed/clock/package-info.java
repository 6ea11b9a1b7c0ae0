/// The wall clock, and waiting on it.
package io.alphapanda.feed.clock;
