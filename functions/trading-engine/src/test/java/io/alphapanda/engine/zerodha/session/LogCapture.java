package io.alphapanda.engine.zerodha.session;

import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Everything that is logged meanwhile, of our own code and of HTTP with all they have to say.
public final class LogCapture extends Handler implements AutoCloseable {

    private static final Logger ROOT = Logger.getLogger("");

    private static final List<Logger> TALKATIVE = Stream.of(
                    "io.alphapanda", "io.vertx", "io.quarkus.vertx", "org.jboss.resteasy")
            .map(Logger::getLogger)
            .toList();

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    public LogCapture() {
        setLevel(Level.ALL);
        TALKATIVE.forEach(each -> each.setLevel(Level.FINE));
        ROOT.addHandler(this);
    }

    public String text() {
        return lines.stream().collect(Collectors.joining("\n"));
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(line.getMessage() + " " + Arrays.toString(line.getParameters()) + " " + line.getThrown());
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        ROOT.removeHandler(this);
        TALKATIVE.forEach(each -> each.setLevel(null));
    }
}
