package io.alphapanda.local.infrastructure;

import java.nio.file.Path;
import java.util.Objects;

/// Where the infrastructure keeps its data and on which ports it listens.
///
/// @param dataDirectory created when missing; one owner at a time; everything in it survives a restart
/// @param outlives      what the ledger's data outlives
/// @param kafka         where Kafka runs
public record InfrastructureOptions(Path dataDirectory, Ports ports, Outlives outlives, Kafka kafka) {

    /// What data that was committed outlives: the death of every process, and with `MACHINE` that of the machine too,
    /// for which each commit waits until the disk has it.
    public enum Outlives {
        PROCESSES,
        MACHINE
    }

    /// In this JVM, which is the quickest to start and the smallest; or apart, in a process that may be killed. Kafka
    /// ends its JVM when it can't write any more.
    public enum Kafka {
        INSIDE,
        APART
    }

    /// For data that is kept.
    public InfrastructureOptions(Path dataDirectory, Ports ports) {
        this(dataDirectory, ports, Outlives.MACHINE);
    }

    public InfrastructureOptions(Path dataDirectory, Ports ports, Outlives outlives) {
        this(dataDirectory, ports, outlives, Kafka.INSIDE);
    }

    public InfrastructureOptions with(Kafka where) {
        return new InfrastructureOptions(dataDirectory, ports, outlives, where);
    }

    public InfrastructureOptions {
        Objects.requireNonNull(ports, "ports");
        Objects.requireNonNull(outlives, "outlives");
        Objects.requireNonNull(kafka, "kafka");
        dataDirectory = dataDirectory.toAbsolutePath().normalize();
    }
}
