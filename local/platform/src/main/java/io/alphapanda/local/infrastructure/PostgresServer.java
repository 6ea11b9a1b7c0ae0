package io.alphapanda.local.infrastructure;

import io.alphapanda.local.infrastructure.InfrastructureOptions.Outlives;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// A real PostgreSQL as a child process. The first start (unpacking, initdb, a postmaster) is the embedding library's;
/// a restart after a crash runs the same `pg_ctl` directly, since the library cannot start a directory twice.
final class PostgresServer implements AutoCloseable {
    /// A bound for a server that hangs; on a machine busy with other builds a healthy one has taken half of it.
    private static final Duration START = Duration.ofSeconds(60);

    private static final Pattern DATABASE = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final String USER = "postgres";

    private final Path directory;
    private final int port;
    private final Outlives outlives;
    private final EmbeddedPostgres library;
    private final Path pgCtl;
    private final Supervisor supervisor;

    private PostgresServer(Path directory, int port, Outlives outlives) {
        this.directory = directory;
        this.port = port;
        this.outlives = outlives;
        this.library = startLibrary();
        ProcessHandle postmaster = postmaster();
        this.pgCtl = pgCtlBeside(postmaster);
        this.supervisor = Supervisor.over("postgres", postmaster, this::relaunch);
    }

    static PostgresServer start(Path directory, int port, Outlives outlives) {
        return new PostgresServer(directory, port, outlives);
    }

    static Optional<ProcessHandle> endLeftover(Path directory) {
        Optional<ProcessHandle> ended = Leftovers.end(directory.resolve("postmaster.pid"), directory);
        forgetDeadPostmaster(directory);
        return ended;
    }

    /// PostgreSQL refuses to start while its pid file names a listed process, and a zombie is listed. The file
    /// is removed only once no process, postmaster or backend, works in the directory any more.
    private static void forgetDeadPostmaster(Path directory) {
        Path pidFile = directory.resolve("postmaster.pid");
        if (!Files.exists(pidFile) || Leftovers.recorded(pidFile).isPresent() || !Liveness.awaitUnused(directory)) {
            return;
        }
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new InfrastructureException("stale pid file %s cannot be removed".formatted(pidFile), e);
        }
    }

    PostgresAddress address() {
        return new PostgresAddress("127.0.0.1", port, USER, USER);
    }

    ProcessHandle process() {
        return supervisor.process();
    }

    void takeAway(Duration away) {
        supervisor.takeAway(away);
    }

    void createDatabase(String name) {
        if (!DATABASE.matcher(name).matches()) {
            throw new IllegalArgumentException("database name must match %s but is '%s'".formatted(DATABASE, name));
        }
        try (Connection connection = connect()) {
            if (!exists(connection, name)) {
                create(connection, name);
            }
        } catch (SQLException e) {
            throw new InfrastructureException("database %s cannot be created: %s".formatted(name, e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        supervisor.close();
        try {
            library.close();
        } catch (IOException e) {
            throw new InfrastructureException("PostgreSQL could not be stopped", e);
        }
        endLeftover(directory); // a fast shutdown that did not finish in time
    }

    private EmbeddedPostgres startLibrary() {
        try {
            var builder = EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(START)
                    .setPort(port);
            settings().forEach(builder::setServerConfig);
            return builder.start();
        } catch (IOException | IllegalStateException e) {
            throw new InfrastructureException(
                    "PostgreSQL could not be started in %s: %s".formatted(directory, e.getMessage()), e);
        }
    }

    /// The library turns fsync (`-F`) and synchronous commits off; without the one a crash of the machine forgets
    /// what was committed, without the other a crash of the server. Small caches: this is a laptop's database. No
    /// Unix sockets: nobody uses them, and their lock files in `/tmp` outlive a killed server and may then refuse a
    /// port to a later one.
    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("fsync", outlives == Outlives.MACHINE ? "on" : "off");
        settings.put("synchronous_commit", "on");
        settings.put("max_connections", "200");
        settings.put("shared_buffers", "64MB");
        settings.put("timezone", "UTC");
        return settings;
    }

    private ProcessHandle relaunch() {
        forgetDeadPostmaster(directory);
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(
                    List.of("unshare", "-U")); // PostgreSQL refuses to run as root; in a user namespace it is not
        }
        StringBuilder options = new StringBuilder("-p ").append(port);
        settings()
                .forEach((name, value) ->
                        options.append(" -c ").append(name).append('=').append(value));
        command.addAll(List.of(pgCtl.toString(), "-D", directory.toString(), "-o", options.toString()));
        command.addAll(List.of("-w", "-t", Long.toString(START.toSeconds()), "start"));
        try {
            Process start = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            directory.resolve("restarts.log").toFile()))
                    .start();
            if (!start.waitFor(START.toSeconds() + 5, TimeUnit.SECONDS) || start.exitValue() != 0) {
                throw new InfrastructureException(
                        "pg_ctl could not start PostgreSQL; its output is in " + directory.resolve("restarts.log"));
            }
            return postmaster();
        } catch (IOException e) {
            throw new InfrastructureException("pg_ctl could not be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureException("interrupted while PostgreSQL was starting", e);
        }
    }

    private ProcessHandle postmaster() {
        return Leftovers.recorded(directory.resolve("postmaster.pid"))
                .orElseThrow(
                        () -> new InfrastructureException("PostgreSQL left no running postmaster in " + directory));
    }

    private static Path pgCtlBeside(ProcessHandle postmaster) {
        return postmaster
                .info()
                .command()
                .map(command -> Path.of(command).resolveSibling("pg_ctl"))
                .filter(Files::isExecutable)
                .orElseThrow(() -> new InfrastructureException("pg_ctl was not found beside the running postgres"));
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(address().jdbcUrl("postgres"), USER, USER);
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, name);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void create(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create database \"" + name + "\""); // the name was checked: letters, digits, underscore
        }
    }
}
