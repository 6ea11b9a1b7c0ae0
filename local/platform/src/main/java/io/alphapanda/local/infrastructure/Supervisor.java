package io.alphapanda.local.infrastructure;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps one server process alive: when it exits unasked it is started again, on the same port and data, after a wait
/// that doubles from [#FIRST_WAIT] to [#LONGEST_WAIT]. After [#MOST_FAILURES] failed starts in a row it gives up and
/// says so: something is wrong that waiting does not cure.
final class Supervisor implements AutoCloseable {
    /// Starts the server and returns its process once the server answers.
    @FunctionalInterface
    interface Launch {
        ProcessHandle start();
    }

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final int MOST_FAILURES = 20;

    private final String server;
    private final Launch launch;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread watch;
    private volatile ProcessHandle process;
    private volatile long notBefore = System.nanoTime();

    private Supervisor(String server, ProcessHandle first, Launch relaunch) {
        this.server = server;
        this.launch = relaunch;
        this.process = first;
        this.watch = Thread.ofPlatform().daemon().name("supervise-" + server).start(this::watch);
    }

    static Supervisor over(String server, ProcessHandle first, Launch relaunch) {
        return new Supervisor(server, first, relaunch);
    }

    ProcessHandle process() {
        return process;
    }

    /// A fault: kills the process and starts it again only after so long. Returns when it is back, or given up.
    void takeAway(Duration away) {
        ProcessHandle killed = process;
        notBefore = System.nanoTime() + away.toNanos();
        killed.destroyForcibly();
        while (process.equals(killed) && watch.isAlive()) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    /// Stops watching; the process itself is left to its owner.
    @Override
    public void close() {
        closed.countDown();
        try {
            watch.join(); // at most one start, which has its own deadline
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        try {
            while (!closed.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                if (!Liveness.runs(process) && !restart()) {
                    return;
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean restart() throws InterruptedException {
        Duration away = Duration.ofNanos(notBefore - System.nanoTime());
        Duration wait = away.compareTo(FIRST_WAIT) > 0 ? away : FIRST_WAIT;
        for (int failures = 0; failures < MOST_FAILURES; failures++) {
            LOG.warn("server ended unasked and is started again; server={} waitMs={}", server, wait.toMillis());
            if (closed.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
            try {
                process = launch.start();
                LOG.info("server is back; server={} pid={}", server, process.pid());
                return true;
            } catch (InfrastructureException e) {
                LOG.warn("server could not be started again; server={} reason={}", server, e.getMessage());
            }
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
        }
        LOG.error("giving up on a server that does not start; server={} failures={}", server, MOST_FAILURES);
        return false;
    }
}
