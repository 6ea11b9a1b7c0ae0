package io.alphapanda.stage.replay;

import io.alphapanda.domain.signal.Broker;
import java.util.List;

/// The house whose dead letters are looked at.
///
/// @param kafka    bootstrap servers
/// @param jdbc     JDBC URL of the ledger
/// @param user     of the ledger
/// @param password of the ledger
/// @param brokers  its lanes
/// @param stages   its lane stages, by the name they have in the inbox
public record ReplayTarget(
        String kafka, String jdbc, String user, String password, List<Broker> brokers, List<String> stages) {

    public ReplayTarget {
        brokers = List.copyOf(brokers);
        stages = List.copyOf(stages);
    }
}
