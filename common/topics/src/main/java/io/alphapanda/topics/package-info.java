/// Every topic as it should be, and what brings a Kafka there. Two sides that must not know each other need it: the
/// bootstrap of a cluster, and the local platform.
@NullMarked
package io.alphapanda.topics;

import org.jspecify.annotations.NullMarked;
