/// What can go wrong between a trader and the broker, one switch each, armed by a test or over `/simulator/faults`.
@NullMarked
package io.alphapanda.local.kite.fault;

import org.jspecify.annotations.NullMarked;
