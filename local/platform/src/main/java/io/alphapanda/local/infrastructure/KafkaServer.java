package io.alphapanda.local.infrastructure;

/// Kafka, wherever it runs.
sealed interface KafkaServer extends AutoCloseable permits KafkaBroker, KafkaProcess {
    int port();

    default String bootstrapServers() {
        return "127.0.0.1:" + port();
    }

    @Override
    void close();
}
