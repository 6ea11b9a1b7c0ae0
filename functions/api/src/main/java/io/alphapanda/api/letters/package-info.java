/// Dead letters: how many lie in which topic, as Kafka's watcher saw them. What is in them, `./panda dead-letters show`
/// says.
package io.alphapanda.api.letters;
