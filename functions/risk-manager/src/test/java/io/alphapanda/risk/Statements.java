package io.alphapanda.risk;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Listens to the SQL that Hibernate sends.
final class Statements extends Handler implements AutoCloseable {

    private static final Logger SQL = Logger.getLogger("org.hibernate.SQL");

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Level before = SQL.getLevel();
    private final boolean beforeToParents = SQL.getUseParentHandlers();

    Statements() {
        SQL.setLevel(Level.FINE);
        SQL.setUseParentHandlers(false);
        SQL.addHandler(this);
    }

    /// What was sent in the meantime for events; sweeps, marks and gauges, which come by themselves, left out.
    List<String> heard() {
        return heard.stream()
                .filter(sql -> !sql.contains("advisory")
                        && !sql.contains("set sent_at")
                        && !sql.contains("created_at <")
                        && !sql.contains("min(created_at)"))
                .toList();
    }

    @Override
    public void publish(LogRecord message) {
        heard.add(message.getMessage().strip().replaceAll("\\s+", " "));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        SQL.removeHandler(this);
        SQL.setUseParentHandlers(beforeToParents);
        SQL.setLevel(before);
    }
}
