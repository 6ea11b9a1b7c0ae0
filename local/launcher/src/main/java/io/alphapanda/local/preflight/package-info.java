/// What `./panda preflight` can see of a house: its configuration and files, and its stores over JDBC, Jedis and
/// Kafka's own client. What it means is judged in `io.alphapanda.stage.preflight`.
package io.alphapanda.local.preflight;
