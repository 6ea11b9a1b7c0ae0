/// To Kafka: one producer a lane, so that a lane whose topic is broken keeps nobody else waiting.
package io.alphapanda.stage.publish;
