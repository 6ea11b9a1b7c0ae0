/// The protocol of the WebSocket ticker, as pure functions: frames to ticks, wishes to messages. No connection.
@NullMarked
package io.alphapanda.kite.ticker;

import org.jspecify.annotations.NullMarked;
