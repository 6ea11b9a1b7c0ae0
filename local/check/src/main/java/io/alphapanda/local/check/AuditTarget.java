package io.alphapanda.local.check;

import io.alphapanda.domain.signal.Broker;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Where the stores of the house to audit are.
///
/// @param jdbc     JDBC URL of the ledger
/// @param user     of the ledger
/// @param password of the ledger
/// @param redis    `redis://…`
/// @param kafka    bootstrap servers
/// @param brokers  its lanes
/// @param simulator where the simulated broker tells what really happened; empty if it does not run
public record AuditTarget(
        String jdbc,
        String user,
        String password,
        URI redis,
        String kafka,
        List<Broker> brokers,
        Optional<URI> simulator) {

    public AuditTarget {
        brokers = List.copyOf(brokers);
    }
}
