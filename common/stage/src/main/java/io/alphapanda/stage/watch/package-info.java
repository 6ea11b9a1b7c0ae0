/// What processes tell of themselves and of Kafka, for whoever can ask neither: the read layer speaks no Kafka and
/// knows nobody's address. It lies in Redis under `control:`, each part with the time it was seen, and may be lost.
package io.alphapanda.stage.watch;
