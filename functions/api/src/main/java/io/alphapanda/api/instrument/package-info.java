/// What instruments cost: now, and minute by minute.
package io.alphapanda.api.instrument;
