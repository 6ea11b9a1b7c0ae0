package io.alphapanda.local.infrastructure;

import java.nio.file.Path;
import java.util.Objects;

/// Where the infrastructure keeps its data and on which ports it listens.
///
/// @param dataDirectory created when missing; one owner at a time; everything in it survives a restart
public record InfrastructureOptions(Path dataDirectory, Ports ports) {
    public InfrastructureOptions {
        Objects.requireNonNull(ports, "ports");
        dataDirectory = dataDirectory.toAbsolutePath().normalize();
    }
}
