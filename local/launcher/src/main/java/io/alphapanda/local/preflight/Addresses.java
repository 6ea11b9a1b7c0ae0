package io.alphapanda.local.preflight;

/// Where the stores of a house are reached.
///
/// @param kafka    bootstrap servers
/// @param redis    `redis://…`
/// @param jdbc     JDBC URL of the ledger
/// @param user     of the ledger
/// @param password of the ledger
public record Addresses(String kafka, String redis, String jdbc, String user, String password) {

    /// Without the password.
    @Override
    public String toString() {
        return "Addresses[kafka=" + kafka + ", redis=" + redis + ", jdbc=" + jdbc + ", user=" + user + "]";
    }
}
