package io.alphapanda.stage.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/// Makes a line of every record and puts it on the queue. Runs on whatever thread logs, so it waits for nobody.
final class LogHandler extends Handler {

    /// Their records would be about the writing of records.
    private static final String[] OF_THE_WRITING = {"io.vertx.redis", "io.quarkus.redis", "io.alphapanda.stage.log"};

    private final String room;
    private final LogQueue queue;

    LogHandler(String room, LogQueue queue) {
        this.room = room;
        this.queue = queue;
        setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord record) {
        if (!isLoggable(record)) {
            return;
        }
        var category = Optional.ofNullable(record.getLoggerName()).orElse("");
        for (var each : OF_THE_WRITING) {
            if (category.startsWith(each)) {
                return;
            }
        }
        queue.offer(LogChannel.of(record.getLevel(), category), line(record, category));
    }

    private LogLine line(LogRecord record, String category) {
        var extended = ExtLogRecord.wrap(record);
        var message =
                Redaction.of(Optional.ofNullable(extended.getFormattedMessage()).orElse(""));
        return new LogLine(
                record.getInstant(),
                level(record.getLevel()),
                room,
                category,
                message,
                LogKeys.of(message),
                Optional.ofNullable(record.getThrown()).map(LogHandler::trace));
    }

    private static String level(Level level) {
        return switch (level.getName()) {
            case "SEVERE", "FATAL" -> "ERROR";
            case "WARNING" -> "WARN";
            case "CONFIG" -> "INFO";
            case "FINE" -> "DEBUG";
            case "FINER", "FINEST" -> "TRACE";
            default -> level.getName().toUpperCase(Locale.ROOT);
        };
    }

    private static String trace(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return Redaction.of(text.toString());
    }

    @Override
    public void flush() {
        // The writer comes by itself.
    }

    @Override
    public void close() {
        // What is still queued is written when the room stops.
    }
}
