package io.alphapanda.local.check;

import io.alphapanda.domain.signal.Broker;
import java.net.URI;
import java.util.List;

/// Where the stores of the house to audit are.
///
/// @param jdbc     JDBC URL of the ledger
/// @param user     of the ledger
/// @param password of the ledger
/// @param redis    `redis://…`
/// @param kafka    bootstrap servers
/// @param brokers  its lanes
public record AuditTarget(String jdbc, String user, String password, URI redis, String kafka, List<Broker> brokers) {

    public AuditTarget {
        brokers = List.copyOf(brokers);
    }
}
