/// A Knative KafkaSource without a cluster: it reads topics and posts each record to a sink exactly as the Kafka data
/// plane of Knative (v1.23) does, including what is inconvenient about it: redelivery, overlap, blocked partitions,
/// lost dead letters. What passes here has a chance in a cluster; what relies on kindness here fails there.
///
/// ```
///  topic partition --> PartitionLane --> Deliverer --> Sink (HTTP POST)          2xx --> offset done
///   (SourceConsumer)    order, offsets    retries         | 5xx 404 408 409 429, no answer: wait, again
///                                                         + else, or retries used up --> DeadLetters --> offset done
/// ```
package io.alphapanda.local.kafkasource;
