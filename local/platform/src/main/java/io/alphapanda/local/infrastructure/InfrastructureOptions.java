package io.alphapanda.local.infrastructure;

import java.nio.file.Path;
import java.util.Objects;

/// Where the infrastructure keeps its data and on which ports it listens.
///
/// @param dataDirectory created when missing; one owner at a time; everything in it survives a restart
/// @param outlives      what the ledger's data outlives
public record InfrastructureOptions(Path dataDirectory, Ports ports, Outlives outlives) {

    /// What data that was committed outlives: the death of every process, and with `MACHINE` that of the machine too,
    /// for which each commit waits until the disk has it.
    public enum Outlives {
        PROCESSES,
        MACHINE
    }

    /// For data that is kept.
    public InfrastructureOptions(Path dataDirectory, Ports ports) {
        this(dataDirectory, ports, Outlives.MACHINE);
    }

    public InfrastructureOptions {
        Objects.requireNonNull(ports, "ports");
        Objects.requireNonNull(outlives, "outlives");
        dataDirectory = dataDirectory.toAbsolutePath().normalize();
    }
}
