package io.alphapanda.local.infrastructure;

/// How to reach the local PostgreSQL. It listens on loopback only and trusts whoever can connect, so the password is a
/// placeholder for clients that insist on one.
public record PostgresAddress(String host, int port, String user, String password) {
    /// A JDBC URL of one database.
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
    }

    /// The URL the reactive client expects.
    public String reactiveUrl(String database) {
        return "postgresql://%s:%d/%s".formatted(host, port, database);
    }
}
