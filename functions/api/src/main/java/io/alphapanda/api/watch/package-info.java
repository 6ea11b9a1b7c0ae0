/// What the other processes tell of themselves and of Kafka, as Redis has it.
package io.alphapanda.api.watch;
