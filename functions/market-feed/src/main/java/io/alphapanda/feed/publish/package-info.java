/// Out of the house's rooms: the right to publish (PostgreSQL), the last prices (Redis), the topic (Kafka), and how far
/// a stream has come there.
package io.alphapanda.feed.publish;
