/// Signals: what the strategies wanted in each lane, and every verdict risk gave on it.
package io.alphapanda.api.signal;
