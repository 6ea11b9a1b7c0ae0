/// Kafka, Redis and PostgreSQL for a machine without a cluster: real servers, started from artifacts, on loopback only,
/// with their data kept in one directory between starts. Kafka lives inside this JVM; Redis and PostgreSQL are child
/// processes that are brought back when they die and swept up when their owner died first.
package io.alphapanda.local.infrastructure;
